import type { LanguageCode } from '../languages/language'
import { Word } from '../languages/lexicon'
import type { Reading } from '../reading/read-article'
import type { Entity } from './entity'
import { findRole } from './find-role'
import { genderOfGivenName } from './given-names'
import type { Mention } from './mention'

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/

/** The bare name's parts in lower case, possessive endings and suffixes left out. */
function namePartsOf(reading: Reading, mention: Mention): string[] {
  const parts: string[] = []
  for (let index = mention.nameFirst; index <= mention.last; index += 1) {
    const part = reading.tokens.lower[index]!.replace(/'s?$/, '')
    if (!SUFFIX.test(part)) parts.push(part)
  }
  return parts
}

const slice = (reading: Reading, first: number, last: number) =>
  reading.text.slice(reading.tokens.start[first]!, reading.tokens.end[last]!).replace(/['’]s?$/, '')

function genderOf(flags: number): Entity['gender'] {
  const female = flags & Word.female
  const male = flags & Word.male
  if (female && !male) return 'female'
  return male && !female ? 'male' : null
}

/** Endings that a surname takes with the case and the gender, by language. */
const CASE_ENDINGS: Partial<Record<LanguageCode, RegExp>> = {
  de: /s$/,
  ru: /(?:ого|его|ому|ему|ыми|ими|ой|ей|ый|ий|ая|яя|ую|ым|им|ом|ем|а|у|е|ы|и|я|ю)$/,
  cs: /(?:ovou|ová|ové|ého|ému|ovi|em|ou|ým|ém|ý|á|í|a|u|y|e|i)$/,
}
const LEAST_STEM = 3

/** The key under which all forms of a name meet: the endings of its cases cut off. */
function surnameKey(part: string, code: LanguageCode): string {
  const ending = CASE_ENDINGS[code]?.exec(part)
  return ending && ending.index >= LEAST_STEM ? part.slice(0, ending.index) : part
}

const initialsOf = (parts: readonly string[]) =>
  parts
    .filter((part) => part.length > 2 || !/^(?:of|de|du|in)$/.test(part))
    .map((part) => part[0])
    .join('')

function enter(index: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = index.get(key)
  if (!list) index.set(key, [entity])
  else if (!list.includes(entity)) list.push(entity)
}

/** Gathers the names of an article into entities: "Ms. Novak", "Minister Novak" and "Eva Novak" are one. */
export class NameRegister {
  readonly entities: Entity[] = []
  readonly ofMention = new Map<Mention, Entity>()
  /** Entities by each form of the last part of their names; initials of organisations too. */
  private readonly bySurname = new Map<string, Entity[]>()
  private readonly byGivenName = new Map<string, Entity[]>()
  constructor(private readonly reading: Reading) {}

  /** Names of several parts first, so that bare surnames find them whatever the order. */
  addAll(mentions: readonly Mention[]): void {
    const named = mentions.filter((mention) => mention.kind === 'name')
    const parts = new Map(named.map((mention) => [mention, namePartsOf(this.reading, mention)]))
    const full = named.filter((mention) => parts.get(mention)!.length > 1)
    for (const mention of full) this.add(mention, parts.get(mention)!)
    for (const entity of this.entities) {
      if (entity.kind === 'person') enter(this.byGivenName, entity.parts[0]!, entity)
    }
    for (const mention of named) {
      if (parts.get(mention)!.length === 1) this.addShort(mention, parts.get(mention)!)
    }
    for (const entity of this.entities) entity.mentions.sort((a, b) => a.first - b.first)
  }

  private keyOf(part: string): string {
    return surnameKey(part, this.reading.lexicon.code)
  }

  private namesakes(parts: readonly string[]): readonly Entity[] {
    return this.bySurname.get(this.keyOf(parts[parts.length - 1]!)) ?? []
  }

  private add(mention: Mention, parts: string[]): void {
    const known = this.namesakes(parts).find((entity) => this.sameFullName(entity, parts, mention))
    this.join(known ?? this.create(mention, parts), mention, parts)
  }

  private sameFullName(entity: Entity, parts: string[], mention: Mention): boolean {
    const own = entity.parts
    if (own.join(' ') === parts.join(' ')) return true
    const organisation = (mention.flags & Word.organisation) !== 0 || entity.kind === 'organisation'
    if (organisation || own.length < 2) return false
    // A middle name or initial comes and goes.
    return this.keyOf(own[0]!) === this.keyOf(parts[0]!)
  }

  private addShort(mention: Mention, parts: string[]): void {
    const part = parts[0]!
    const gender = genderOf(mention.flags)
    const fitting = this.namesakes(parts).filter(
      (entity) => !(gender && entity.gender && gender !== entity.gender),
    )
    const byGiven = this.byGivenName.get(part) ?? []
    const pool =
      fitting.length > 0 ? fitting : byGiven.length === 1 && !(mention.flags & Word.title) ? byGiven : []
    const known = pool.length > 1 ? this.nearest(pool, mention) : pool[0]
    this.join(known ?? this.create(mention, parts), mention, parts)
  }

  /** Of several who share a surname: whoever was last named in full before, else the most often named. */
  private nearest(pool: readonly Entity[], mention: Mention): Entity {
    let best = pool[0]!
    let bestAt = -1
    for (const entity of pool) {
      for (const other of entity.mentions) {
        if (other.first < mention.first && other.first > bestAt) {
          best = entity
          bestAt = other.first
        }
      }
    }
    return best
  }

  private create(mention: Mention, parts: string[]): Entity {
    const organisation =
      (mention.flags & Word.organisation) !== 0 &&
      !(mention.flags & Word.title && mention.nameFirst > mention.first)
    const entity: Entity = {
      key: '',
      kind: organisation ? 'organisation' : 'person',
      name: '',
      aliases: new Set(),
      role: null,
      parts,
      describers: new Set(),
      gender: null,
      mentions: [],
    }
    this.entities.push(entity)
    enter(this.bySurname, this.keyOf(parts[parts.length - 1]!), entity)
    if (organisation && parts.length > 1) enter(this.bySurname, initialsOf(parts), entity)
    return entity
  }

  private join(entity: Entity, mention: Mention, parts: string[]): void {
    const name = slice(this.reading, mention.nameFirst, mention.last)
    if (parts.length > entity.parts.length || entity.name === '') {
      entity.parts = parts
      entity.name = name
    }
    entity.aliases.add(slice(this.reading, mention.first, mention.last))
    entity.gender ??= genderOf(mention.flags) ?? this.genderOfFullName(entity)
    entity.mentions.push(mention)
    this.ofMention.set(mention, entity)
    this.describe(entity, mention)
  }

  private genderOfFullName({ kind, parts }: Entity): Entity['gender'] {
    return kind === 'person' && parts.length > 1 ? genderOfGivenName(parts[0]!) : null
  }

  private describe(entity: Entity, mention: Mention): void {
    const { tokens } = this.reading
    for (let index = mention.first; index < mention.nameFirst; index += 1) {
      entity.describers.add(tokens.lower[index]!.replace(/\.$/, ''))
    }
    const role = findRole(this.reading, mention)
    if (!role) return
    entity.role ??= role.text
    entity.gender ??= genderOf(role.flags)
    for (const word of role.words) entity.describers.add(word)
  }

  /** Gives every entity its key: the name in lower case, numbered where two share it. */
  assignKeys(): void {
    const taken = new Set<string>()
    for (const entity of this.entities) {
      const base = entity.name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '')
      let key = base
      for (let copy = 2; taken.has(key); copy += 1) key = `${base}-${copy}`
      taken.add(key)
      entity.key = key
    }
  }
}
