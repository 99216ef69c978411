import type { LanguageWords } from './language'

export const french: LanguageWords = {
  code: 'fr',
  speech: `dit disent disait disaient dire déclare déclarent déclaré déclarait déclarer affirme affirment affirmé affirmait
    explique expliquent expliqué expliquait ajoute ajoutent ajouté ajoutait répond répondent répondu répondait souligne
    soulignent souligné soulignait estime estiment estimé estimait annonce annoncent annoncé annonçait assure assurent
    assuré assurait précise précisent précisé précisait raconte racontent raconté indique indiquent indiqué indiquait
    rappelle rappellent rappelé demande demandent demandé critique critiqué dénonce dénoncé reconnaît reconnu écrit
    écrivent insiste insisté lance lancé confie confié martèle prévient prévenu poursuit conclut conclu regrette regretté
    confirme confirmé nie soutient soutenu résume promet promis accuse accusé avertit commente commenté juge jugé
    indigne indigné exclame exclamé interroge interrogé plaide plaidé tonne ironise nuance déplore déploré salue salué
    glisse souffle témoigne tempère détaille enchaîne tranche réplique répliqué crie murmure tweeté`,
  mind: 'pense pensent croit croient espère espèrent veut veulent souhaite craint considère sait trouve',
  speechNouns: 'déclaration communiqué propos mots discours entretien interview réponse',
  according: 'selon d’après',
  he: 'il lui',
  she: 'elle',
  they: 'ils elles certains plusieurs',
  it: 'cela ça ce',
  speaking: 'je j’ nous vous tu on moi me',
  determiners: 'le la les l’ un une des ce cet cette ces du au aux chaque deux trois',
  possessives: 'son sa ses leur leurs mon ma mes notre nos votre vos',
  prepositions:
    'de d’ à en dans sur sous par pour avec sans chez vers contre depuis pendant avant après entre lors',
  conjunctions: 'et ou mais donc or ni car que qu’ quand lorsque si comme puisque',
  relatives: 'qui que qu’ dont lequel laquelle où',
  auxiliaries: `est sont était étaient être été a ont avait avaient avoir sera seront serait ne n’ pas se s’ peut doit fait va`,
  adverbs:
    'aussi encore déjà hier aujourd’hui demain alors ensuite puis toujours jamais très plus moins bien ainsi enfin',
  titles: 'm mme mlle dr monsieur madame président présidente ministre maître général professeur roi reine',
  roles: `président présidente ministre porte-parole directeur directrice chef maire député députée sénateur sénatrice
    avocat avocate juge procureur expert experte chercheur chercheuse professeur auteur journaliste homme femme témoin
    patron patronne voisin voisine habitant habitante maire-adjoint responsable secrétaire candidat candidate`,
  groups:
    'experts chercheurs responsables autorités députés sénateurs avocats journalistes témoins critiques syndicats médias',
  organisations: `parti gouvernement ministère police commission conseil tribunal assemblée sénat université institut journal agence
    association syndicat entreprise société banque organisation mairie préfecture parquet`,
  times: `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
    novembre décembre matin soir nuit semaine mois an année jour`,
  reportedMood: 'serait aurait seraient auraient',
  female:
    'mme mlle madame elle présidente directrice députée sénatrice avocate experte chercheuse femme reine candidate',
  male: 'm monsieur il président directeur député sénateur avocat expert chercheur homme roi candidat',
  abbreviations: 'm mm mme mlle dr pr st ste etc cf p art env',
  telling: 'le la les des une est et dans pour que qui sur pas par au avec du il ce ne',
  particles: 'de du des la le d’',
}
