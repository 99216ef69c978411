import { packWeights, unpackWeights } from '@shared/quotes/model/packed-weights'
import { modelOf } from '@shared/quotes/model/quote-model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('packed weights', () => {
  it('come back within half a step, zeros exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: -3, max: 3, noNaN: true })), { maxLength: 400 }),
        (list) => {
          const packed = packWeights(Float32Array.from(list))
          const { weights, scale } = unpackWeights(JSON.parse(JSON.stringify(packed)))
          expect(weights).toHaveLength(list.length)
          const top = 45 * scale
          list.forEach((weight, index) => {
            const kept = Math.max(-top, Math.min(top, weight))
            expect(Math.abs(weights[index]! * scale - kept)).toBeLessThanOrEqual(scale / 2 + 1e-5)
          })
        },
      ),
    )
  })

  it('fill the tables of the shipped models', () => {
    for (const code of ['en', 'de'] as const) {
      const model = modelOf(code)!
      expect(model.first.weights).toHaveLength(2 ** model.bits * model.first.layers * 2)
      expect(model.second.weights).toHaveLength(2 ** model.bits * model.second.layers * 2)
    }
    expect(modelOf('fr')).toBeNull()
  })
})
