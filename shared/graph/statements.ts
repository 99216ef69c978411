import {
  ACCEPTED,
  type Framework,
  groupByAttacker,
  type Labelling,
  labelGrounded,
  REJECTED,
} from './argumentation'

/**
 * What speaks for and against statements, by number. A statement is a claim, which needs support to count, or
 * a piece of evidence, which counts until something speaks against it.
 */
export interface Statements {
  readonly size: number
  /** 1 where the statement is evidence. */
  readonly isEvidence: Uint8Array
  /** Support `k`: `supporters[k]` speaks for `supported[k]`. */
  readonly supporters: ArrayLike<number>
  readonly supported: ArrayLike<number>
  /** Contradiction `k`: `deniers[k]` speaks against `denied[k]`. */
  readonly deniers: ArrayLike<number>
  readonly denied: ArrayLike<number>
}

/** Whether a statement holds, and whether its opposite does. Both undecided: it is open. */
export interface Standing {
  readonly holds: Labelling
  readonly isRefuted: Labelling
}

/** Supports by supporter. */
type Supports = ReturnType<typeof groupByAttacker>

/** Each statement is written as four arguments, so that Dung's attacks can say "supported" too. */
const PRO = 0
const CON = 1
const UNSUPPORTED = 2
const UNDENIED = 3
const PARTS = 4

/**
 * Writes supports and contradictions as attacks alone. "It holds" is attacked by "nothing supports it", which each
 * accepted supporter attacks (the flattening of support by meta-arguments: Cayrol and Lagasquie-Schiex 2013), and
 * attacks and is attacked by "it does not hold", built likewise from what speaks against it.
 * Evidence needs no support. A contradiction between two claims, or two pieces of evidence, works both ways.
 */
function writeFramework(statements: Statements, isUnfounded: Uint8Array): Framework {
  const { size, isEvidence, supporters, supported, deniers, denied } = statements
  const most = size * PARTS + supporters.length + 2 * deniers.length
  const attackers = new Int32Array(most)
  const targets = new Int32Array(most)
  let count = 0
  const attack = (from: number, to: number) => {
    attackers[count] = from
    targets[count++] = to
  }
  for (let base = 0; base < size * PARTS; base += PARTS) {
    attack(base + PRO, base + CON)
    attack(base + CON, base + PRO)
    attack(base + UNDENIED, base + CON)
    if (!isEvidence[base / PARTS]) attack(base + UNSUPPORTED, base + PRO)
  }
  for (let link = 0; link < supporters.length; link += 1) {
    const supporter = supporters[link] as number
    if (!isUnfounded[supporter])
      attack(supporter * PARTS + PRO, (supported[link] as number) * PARTS + UNSUPPORTED)
  }
  for (let link = 0; link < deniers.length; link += 1) {
    const [denier, target] = [deniers[link] as number, denied[link] as number]
    if (denier === target) continue
    if (!isUnfounded[denier]) attack(denier * PARTS + PRO, target * PARTS + UNDENIED)
    const isMutual = isEvidence[denier] === isEvidence[target]
    if (isMutual && !isUnfounded[target]) attack(target * PARTS + PRO, denier * PARTS + UNDENIED)
  }
  return { size: size * PARTS, attackers: attackers.subarray(0, count), targets: targets.subarray(0, count) }
}

/** Marks claims that no chain of supports leads to from evidence that may still hold: their support is circular. */
function findUnfounded(statements: Statements, supports: Supports, labels: Labelling | null): Uint8Array {
  const { size, isEvidence } = statements
  const { starts, list } = supports
  const isUnfounded = new Uint8Array(size).fill(1)
  const open = new Int32Array(size)
  let end = 0
  const reach = (statement: number) => {
    if (!isUnfounded[statement] || labels?.[statement * PARTS + PRO] === REJECTED) return
    isUnfounded[statement] = 0
    open[end++] = statement
  }
  for (let statement = 0; statement < size; statement += 1) if (isEvidence[statement]) reach(statement)
  for (let at = 0; at < end; at += 1) {
    const next = open[at] as number
    for (let slot = starts[next] as number; slot < (starts[next + 1] as number); slot += 1)
      reach(list[slot] as number)
  }
  return isUnfounded
}

const countOf = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0)

/**
 * Decides what holds by grounded semantics. Claims that support each other in a circle, with no evidence behind them, count as
 * unsupported, as in the well-founded semantics of logic programs (Van Gelder, Ross and Schlipf 1991): such
 * circles are taken out until none is left, in practice one or two rounds of linear time.
 */
export function weighStatements(statements: Statements): Standing {
  const supports = groupByAttacker({
    size: statements.size,
    attackers: statements.supporters,
    targets: statements.supported,
  })
  let isUnfounded = findUnfounded(statements, supports, null)
  let labels = labelGrounded(writeFramework(statements, isUnfounded))
  for (;;) {
    const next = findUnfounded(statements, supports, labels)
    if (countOf(next) <= countOf(isUnfounded)) break
    isUnfounded = next
    labels = labelGrounded(writeFramework(statements, isUnfounded))
  }
  const part = (which: number) =>
    Uint8Array.from(
      { length: statements.size },
      (_, statement) => labels[statement * PARTS + which] as number,
    )
  const holds = part(PRO)
  isUnfounded.forEach((mark, statement) => {
    if (mark && holds[statement] !== ACCEPTED) holds[statement] = REJECTED
  })
  return { holds, isRefuted: part(CON) }
}
