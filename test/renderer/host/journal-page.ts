import { guardScriptSinks } from '@renderer/app/trusted-types'
import { chooseHost } from '@renderer/host/choose-host'

// A page that shows its host to the test, and is otherwise served and guarded as the app is.
guardScriptSinks()
Object.assign(window, { testHost: chooseHost() })
