import { START, useNavigation } from '@renderer/navigation/navigation-store'
import type { Id } from '@shared/base/ids'
import { beforeEach, describe, expect, it } from 'vitest'

const id = (name: string) => name as Id
const keys = () => useNavigation.getState().tabs.map(({ key }) => key)
const { open, openBeside, close, goBack, goForward, stepTab, toggleBeside, swap } = useNavigation.getState()
const shown = () => [useNavigation.getState().active, useNavigation.getState().beside]

beforeEach(() => useNavigation.setState(START))

describe('tabs', () => {
  it('hold one place each, and an article opened twice is opened once', () => {
    open({ view: 'article', id: id('a') })
    open({ view: 'graph' })
    open({ view: 'article', id: id('a'), annotation: id('x') })
    expect(keys()).toEqual(['library', 'article a', 'graph'])
    expect(useNavigation.getState().active).toBe('article a')
  })

  it('turn a list into what was chosen in it', () => {
    open({ view: 'notes' })
    open({ view: 'notes', id: id('n') })
    expect(keys()).toEqual(['library', 'notes n'])
  })

  it('let go of a view beside that became another tab', () => {
    openBeside({ view: 'notes' })
    open({ view: 'notes', id: id('n') })
    expect(useNavigation.getState().beside).toBeNull()
  })

  it('go back and forward in their own history', () => {
    open({ view: 'claims', id: id('one') })
    open({ view: 'claims', id: id('two') })
    goBack()
    expect(useNavigation.getState().tabs.at(-1)?.route).toEqual({ view: 'claims', id: 'one' })
    goForward()
    expect(useNavigation.getState().tabs.at(-1)?.route).toEqual({ view: 'claims', id: 'two' })
  })

  it('leave the library when the last is closed', () => {
    close('library')
    expect(keys()).toEqual(['library'])
  })

  it('are walked round and round', () => {
    open({ view: 'graph' })
    open({ view: 'article', id: id('a') })
    stepTab(1)
    expect(shown()).toEqual(['library', null])
    stepTab(-1)
    expect(shown()).toEqual(['article a', null])
  })

  it('stand side by side, change places, and one alone again', () => {
    toggleBeside()
    expect(shown()).toEqual(['library', null])
    open({ view: 'graph' })
    open({ view: 'article', id: id('a') })
    toggleBeside()
    expect(shown()).toEqual(['article a', 'graph'])
    swap()
    expect(shown()).toEqual(['graph', 'article a'])
    toggleBeside()
    expect(shown()).toEqual(['graph', null])
  })

  it('go back in the view that is meant', () => {
    openBeside({ view: 'claims', id: id('one') })
    openBeside({ view: 'claims', id: id('two') })
    goBack('claims')
    expect(shown()).toEqual(['library', 'claims'])
    expect(useNavigation.getState().tabs.at(-1)?.route).toEqual({ view: 'claims', id: 'one' })
  })
})
