import type { LanguageWords } from './language'

export const spanish: LanguageWords = {
  code: 'es',
  speech: `dijo dice dicen dijeron decía dicho decir afirmó afirma afirman afirmaron afirmado declaró declara declararon
    declarado explicó explica explican explicaron explicado añadió añade añadieron agregó agrega señaló señala señalaron
    señalado aseguró asegura aseguran aseguraron asegurado indicó indica indicaron manifestó manifiesta expresó expresa
    anunció anuncia anunciaron sostuvo sostiene respondió responde respondieron preguntó pregunta contestó contesta
    subrayó subraya destacó destaca advirtió advierte recordó recuerda admitió admite reconoció reconoce negó niega
    confirmó confirma comentó comenta contó cuenta escribió escribe insistió insiste criticó critica denunció denuncia
    acusó acusa concluyó concluye precisó precisa apuntó apunta lamentó lamenta prometió promete reiteró reitera respondían opinó opina puntualizó matizó matiza exclamó exclama murmuró
    gritó gritaron tuiteó replicó replica zanjó sentenció relató relata detalló detalla alertó alerta defendió defiende`,
  mind: 'piensa piensan cree creen espera esperan quiere quieren teme considera consideran sabe opina',
  speechNouns: 'declaración declaraciones comunicado palabras discurso entrevista respuesta',
  according: 'según',
  he: 'él este',
  she: 'ella esta',
  they: 'ellos ellas algunos varios muchos',
  it: 'esto eso ello',
  speaking: 'yo nosotros nosotras tú usted ustedes me nos',
  determiners: 'el la los las un una unos unas este esta estos estas ese esa esos aquel cada dos tres lo',
  possessives: 'su sus mi mis tu tus nuestro nuestra nuestros',
  prepositions: 'de del a al en con por para sin sobre entre hasta desde hacia contra durante tras ante bajo',
  conjunctions: 'y e o u pero sino que porque si cuando aunque como mientras pues',
  relatives: 'que quien quienes cual cuyo donde',
  auxiliaries:
    'es son era eran fue fueron ser sido ha han había habían está están será no se puede debe hay va',
  adverbs:
    'también ya ahora ayer hoy mañana luego después antes siempre nunca muy más menos así además aún todavía',
  titles:
    'sr sra srta dr dra don doña señor señora presidente presidenta ministro ministra general juez rey reina',
  roles: `presidente presidenta ministro ministra portavoz vocero vocera director directora jefe jefa alcalde alcaldesa diputado
    diputada senador senadora abogado abogada fiscal experto experta investigador investigadora profesor profesora autor
    autora periodista hombre mujer testigo líder secretario secretaria candidato candidata`,
  groups:
    'expertos investigadores autoridades diputados senadores abogados periodistas testigos críticos sindicatos medios fuentes',
  organisations: `partido gobierno ministerio policía comisión consejo tribunal congreso senado universidad instituto diario agencia
    asociación sindicato empresa banco organización ayuntamiento fiscalía`,
  times: `lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
    noviembre diciembre mañana tarde noche semana mes año día`,
  reportedMood: 'sería habría serían habrían',
  female:
    'sra srta dra doña señora ella presidenta ministra directora jefa diputada senadora abogada experta profesora mujer reina',
  male: 'sr dr don señor él presidente ministro director jefe diputado senador abogado experto profesor hombre rey',
  abbreviations: 'sr sra srta dr dra ud uds etc pág núm art',
  telling: 'el la los las de que y en un una es por con no se para su del al lo',
  particles: 'de del la las los y',
}
