/** Arguments numbered from 0, and which attacks which: attack `k` goes from `attackers[k]` to `targets[k]`. */
export interface Framework {
  readonly size: number
  readonly attackers: ArrayLike<number>
  readonly targets: ArrayLike<number>
}

export const UNDECIDED = 0
/** Accepted: all that attacks it is rejected. */
export const ACCEPTED = 1
/** Rejected: something accepted attacks it. */
export const REJECTED = 2

/** Label of each argument: `ACCEPTED`, `REJECTED` or `UNDECIDED`. */
export type Labelling = Uint8Array

/** Attacks by attacker: those of argument `a` hit `list[starts[a]] … list[starts[a + 1] - 1]`. */
export function groupByAttacker({ size, attackers, targets }: Framework): {
  starts: Int32Array
  list: Int32Array
} {
  const starts = new Int32Array(size + 1)
  for (let attack = 0; attack < attackers.length; attack += 1) starts[(attackers[attack] as number) + 1]!++
  for (let argument = 0; argument < size; argument += 1) starts[argument + 1]! += starts[argument] as number
  const list = new Int32Array(attackers.length)
  const next = starts.slice(0, size)
  for (let attack = 0; attack < attackers.length; attack += 1)
    list[next[attackers[attack] as number]!++] = targets[attack] as number
  return { starts, list }
}

/**
 * The grounded labelling: the most sceptical one, in which only what must be accepted is. It is the least fixed
 * point of "acceptable if all attackers are rejected" (P. M. Dung, "On the acceptability of arguments", Artificial
 * Intelligence 77, 1995; as labelling: Modgil and Caminada 2009). Takes time linear in arguments and attacks:
 * each argument counts its attackers that are not rejected yet, and is accepted when none is left.
 */
export function labelGrounded(framework: Framework): Labelling {
  const { size, targets } = framework
  const { starts, list } = groupByAttacker(framework)
  const labels = new Uint8Array(size)
  const standing = new Int32Array(size)
  for (let attack = 0; attack < targets.length; attack += 1) standing[targets[attack] as number]!++
  const queue = new Int32Array(size)
  let end = 0
  const accept = (argument: number) => {
    labels[argument] = ACCEPTED
    queue[end++] = argument
  }
  for (let argument = 0; argument < size; argument += 1) if (standing[argument] === 0) accept(argument)
  for (let at = 0; at < end; at += 1) {
    const winner = queue[at] as number
    for (let slot = starts[winner] as number; slot < (starts[winner + 1] as number); slot += 1) {
      const loser = list[slot] as number
      if (labels[loser] !== UNDECIDED) continue
      labels[loser] = REJECTED
      for (let far = starts[loser] as number; far < (starts[loser + 1] as number); far += 1) {
        const defended = list[far] as number
        standing[defended]!--
        if (standing[defended] === 0 && labels[defended] === UNDECIDED) accept(defended)
      }
    }
  }
  return labels
}
