import { GivingWay } from '@renderer/storage/give-way'
import { describe, expect, it } from 'vitest'

function hold(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

describe('long work on the page', () => {
  it('gives way to what waits once it has held the page for long, and goes on at once before that', async () => {
    const happened: string[] = []
    const way = new GivingWay()
    setTimeout(() => happened.push('key'), 0)
    hold(5)
    await way.pause()
    happened.push('short')
    hold(40)
    await way.pause()
    await way.pause()
    happened.push('long')
    expect(happened).toEqual(['short', 'key', 'long'])
  })
})
