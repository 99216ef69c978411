import { ok } from '@shared/base/result'
import type { DataPlaces } from '@shared/host/host-api'
import type { QuitGuard } from '../quit-guard'
import type { Handlers } from './registrar'

type AppHandlers = Pick<Handlers, Extract<keyof Handlers, `app:${string}`>>

/** Answers what a window asks about the program itself. */
export function appHandlers(places: () => DataPlaces, guard: QuitGuard): AppHandlers {
  return {
    'app:places': () => ok(places()),
    'app:flushed': (sender, unsafe) => {
      void guard.answer(sender, unsafe)
      return null
    },
  }
}
