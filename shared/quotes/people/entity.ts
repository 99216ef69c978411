import type { Mention } from './mention'

/** Somebody or something of the article that can speak. */
export interface Entity {
  key: string
  kind: 'person' | 'organisation'
  /** The fullest form of the name. */
  name: string
  aliases: Set<string>
  role: string | null
  /** Lower-case parts of the bare name. */
  parts: string[]
  /** Lower-case words of titles, roles and adjectives seen with the name: "russian", "president". */
  describers: Set<string>
  gender: 'female' | 'male' | null
  mentions: Mention[]
}
