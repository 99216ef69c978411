import { ACCEPTED, type Framework, labelGrounded, REJECTED } from '@shared/graph/argumentation'
import { type Statements, weighStatements } from '@shared/graph/statements'
import { describe, expect, it } from 'vitest'

/** A small generator (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function randomFramework(seed: number): Framework {
  const random = randomFrom(seed)
  const size = 1 + Math.floor(random() * 8)
  const density = random() * 0.5
  const attackers: number[] = []
  const targets: number[] = []
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1)
      if (random() < density) {
        attackers.push(a)
        targets.push(b)
      }
  return { size, attackers, targets }
}

/**
 * By definition and brute force: among all sets of arguments, those that are conflict-free and contain exactly
 * what they defend are complete; the grounded extension is the one contained in all others.
 */
function groundedByDefinition({ size, attackers, targets }: Framework): Set<number> {
  const attacks = new Set(Array.from(attackers, (from, k) => `${from} ${targets[k]}`))
  const hits = (from: number, to: number) => attacks.has(`${from} ${to}`)
  const all = [...Array(size).keys()]
  const complete: Set<number>[] = []
  for (let bits = 0; bits < 2 ** size; bits += 1) {
    const set = all.filter((argument) => (bits >> argument) & 1)
    if (set.some((a) => set.some((b) => hits(a, b)))) continue
    const defended = all.filter((argument) =>
      all.every((enemy) => !hits(enemy, argument) || set.some((friend) => hits(friend, enemy))),
    )
    if (defended.join() === set.join()) complete.push(new Set(set))
  }
  const least = complete.reduce((smallest, set) => (set.size < smallest.size ? set : smallest))
  expect(complete.every((set) => [...least].every((argument) => set.has(argument)))).toBe(true)
  return least
}

/** Milliseconds of computing that the fastest of three runs took; what else the machine does is not counted. */
function fastest(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const begun = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

describe('labelGrounded', () => {
  it('equals the definition, by brute force, on 1,000 random small graphs', () => {
    let decided = 0
    for (let seed = 1; seed <= 1000; seed += 1) {
      const framework = randomFramework(seed)
      const labels = labelGrounded(framework)
      const expected = groundedByDefinition(framework)
      const accepted = [...labels.keys()].filter((argument) => labels[argument] === ACCEPTED)
      expect(accepted, `seed ${seed}`).toEqual([...expected].sort((a, b) => a - b))
      const rejected = [...labels.keys()].filter((argument) => labels[argument] === REJECTED)
      const hit = new Set(
        Array.from(framework.attackers, (from, k) => (expected.has(from) ? framework.targets[k] : -1)),
      )
      hit.delete(-1)
      expect(rejected, `seed ${seed}`).toEqual([...hit].sort((a, b) => a! - b!))
      if (accepted.length > 0) decided += 1
    }
    expect(decided).toBeGreaterThan(300)
  })

  it('labels 100,000 arguments with 300,000 attacks in under a second', () => {
    const random = randomFrom(7)
    const pick = () => Math.floor(random() * 100_000)
    const attackers = Int32Array.from({ length: 300_000 }, pick)
    const targets = Int32Array.from({ length: 300_000 }, pick)
    const framework = { size: 100_000, attackers, targets }
    expect(fastest(() => labelGrounded(framework))).toBeLessThan(1000)
    const labels = labelGrounded(framework)
    expect(labels.some((label) => label === ACCEPTED)).toBe(true)
  })
})

describe('weighStatements', () => {
  const claims = (size: number, evidence: readonly number[], links: Partial<Statements>): Statements => ({
    size,
    isEvidence: Uint8Array.from({ length: size }, (_, n) => (evidence.includes(n) ? 1 : 0)),
    supporters: [],
    supported: [],
    deniers: [],
    denied: [],
    ...links,
  })

  it('does not let claims that support each other in a circle lift themselves', () => {
    const { holds } = weighStatements(claims(2, [], { supporters: [0, 1], supported: [1, 0] }))
    expect([...holds]).toEqual([REJECTED, REJECTED])
  })

  it('carries evidence along a chain and round a circle of supports', () => {
    const { holds } = weighStatements(claims(3, [0], { supporters: [0, 1, 2], supported: [1, 2, 1] }))
    expect([...holds]).toEqual([ACCEPTED, ACCEPTED, ACCEPTED])
  })

  it('weighs 100,000 claims with 300,000 links in under a second', () => {
    const random = randomFrom(3)
    const size = 150_000
    const any = () => Math.floor(random() * size)
    const claim = () => Math.floor(random() * 100_000)
    const statements = {
      size,
      isEvidence: Uint8Array.from({ length: size }, (_, n) => (n >= 100_000 ? 1 : 0)),
      supporters: Array.from({ length: 200_000 }, any),
      supported: Array.from({ length: 200_000 }, claim),
      deniers: Array.from({ length: 100_000 }, any),
      denied: Array.from({ length: 100_000 }, claim),
    }
    expect(fastest(() => weighStatements(statements))).toBeLessThan(1000)
    const { holds } = weighStatements(statements)
    expect(holds.filter((label) => label === ACCEPTED).length).toBeGreaterThan(50_000)
  })
})
