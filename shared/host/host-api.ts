import type { Result } from '@shared/base/result'
import type { MenuCommand } from './menu-commands'

/**
 * What the notebook asks of the machine it runs on. Every host (Electron's preload, the browser host, test
 * fakes) `satisfies HostApi`; what a host lacks is a capability flag, and the method then answers with
 * the failure `not-available`. Everything that crosses is plain data: strings, numbers, Uint8Array, lists, objects.
 */
export interface HostApi {
  readonly capabilities: HostCapabilities
  readonly app: AppHost
  readonly journal: JournalHost
  readonly files: FilesHost
  readonly backups: BackupsHost
  readonly shell: ShellHost
  readonly menu: MenuHost
}

export interface HostCapabilities {
  /** Runs as a program of its own, with windows and a menu of its own. */
  readonly desktop: boolean
  /** Keeps an append-only record outside the browser's store. */
  readonly journal: boolean
  /** Keeps backups outside the browser's store. */
  readonly backups: boolean
  /** Keeps them in a folder that the user may choose. */
  readonly backupsFolder: boolean
  /** Opens and saves through the system's own dialogs; otherwise by file input and download. */
  readonly nativeDialogs: boolean
  /** Can fetch an article by its address on the user's word. */
  readonly captureFromUrl: boolean
}

/** Takes a listener away again. */
export type Unsubscribe = () => void

export type HostPlatform = 'linux' | 'darwin' | 'win32' | 'browser'

export interface AppHost {
  readonly version: string
  readonly platform: HostPlatform
  /** Where things are kept, in words for the user (paths on a desktop). */
  places(): Promise<Result<DataPlaces>>
  /**
   * Runs `flush` before the window closes or the program quits. It resolves with null when everything is safe, else
   * with a sentence on what is not; the user is then asked whether to close all the same, as after QUIT_PATIENCE
   * milliseconds without an answer. A browser's page asks by itself.
   */
  onBeforeQuit(flush: () => Promise<string | null>): Unsubscribe
}

/** How long closing a window waits for unsaved work before it asks, in milliseconds. */
export const QUIT_PATIENCE = 5000

export interface DataPlaces {
  readonly store: string
  readonly journal: string
  readonly backups: string
}

/** One transaction in the journal. */
export interface JournalEntry {
  /** Counts 1, 2, 3 … without gaps over the notebook's whole life. */
  readonly seq: number
  /** One JSON text without line breaks, opaque to the host. */
  readonly line: string
}

export interface JournalDamage {
  /** `torn`: the unfinished last entry was cut; `damaged`: an entry whose checksum is wrong was skipped; `gap`: entries are missing; `snapshot`: a snapshot cannot be used. */
  readonly kind: 'torn' | 'damaged' | 'gap' | 'snapshot'
  /** The file's name within the journal's folder, and the line in it from 1 (0: the whole file). */
  readonly file: string
  readonly line: number
  /** The number the lost entry must have had, as far as it is known. */
  readonly seq: number | null
  /** One sentence for the user. */
  readonly message: string
}

export interface JournalState {
  /** Number of the last entry that can be read (also of one that only a snapshot holds); 0 when empty. */
  readonly lastSeq: number
  /** The journal speaks for everything up to this number by its snapshot; 0 without one. */
  readonly snapshotSeq: number
  /** Bytes of entries after the snapshot: the caller writes a snapshot when this grows large. */
  readonly bytesSinceSnapshot: number
  readonly damage: readonly JournalDamage[]
}

/** A run of entries or snapshot lines; ask again with `next` until it is null. */
export interface JournalPage<Item, Cursor> {
  readonly items: readonly Item[]
  readonly next: Cursor | null
  /** What was skipped on the way. */
  readonly damage: readonly JournalDamage[]
}

/** How far an append brought the journal. */
export type JournalAck = Pick<JournalState, 'lastSeq' | 'bytesSinceSnapshot'>

/**
 * The append-only record. Failures: `journal-order` (a number that does not follow), `journal-conflict` (a
 * number taken by another text), `disk-full`, `journal-unwritable`, `journal-unreadable`, `journal-refused` (for good).
 */
export interface JournalHost {
  /** Opens, cuts a torn last entry, and tells where the journal stands. May be asked again. */
  open(): Promise<Result<JournalState>>
  /**
   * Resolves when the entries are on disk. Entries must follow `lastSeq` (an empty journal begins
   * with 1, or with a snapshot); entries already there with the same text are accepted again, so a retry is always safe.
   */
  append(entries: readonly JournalEntry[]): Promise<Result<JournalAck>>
  /** Entries with `seq >= fromSeq`, in order, a file of a few megabytes at a time. */
  read(fromSeq: number): Promise<Result<JournalPage<JournalEntry, number>>>
  /** Lines of the newest usable snapshot; start with cursor 0. `seq` is 0 and `items` empty when there is none. */
  readSnapshot(cursor: number): Promise<Result<JournalPage<string, number> & { readonly seq: number }>>
  /**
   * Begins a snapshot that holds everything up to and including `seq`, and gives its ticket. Only one is ever
   * under way: beginning another drops it, and its ticket then fails with `snapshot-unknown`.
   */
  beginSnapshot(seq: number): Promise<Result<string>>
  /** Adds lines (each one JSON text without line breaks) to the begun snapshot: wait for each call before the next. */
  writeSnapshot(ticket: string, lines: readonly string[]): Promise<Result<null>>
  /** Makes the snapshot count, once it is on disk, and lets go of what no snapshot in use needs. */
  commitSnapshot(ticket: string): Promise<Result<JournalState>>
}

export interface OpenedFile {
  /** The name with its extension, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What an open dialog offers. */
export type FileKind = 'article' | 'bundle' | 'references' | 'any'

/** A file being written: nothing is at its place until `commit`. */
export interface SaveTicket {
  readonly id: string
  /** The name that the user settled on, without folders. */
  readonly name: string
}

/** Failures: `file-unreadable`, `file-too-large`, `file-unwritable`, `disk-full`, `save-unknown`. */
export interface FilesHost {
  /** Asks the user for files; null when the user thought better of it. */
  open(kind: FileKind): Promise<Result<readonly OpenedFile[] | null>>
  /** Asks where to save; null when the user thought better of it. `suggestedName` has its extension. */
  beginSave(suggestedName: string): Promise<Result<SaveTicket | null>>
  /** Adds bytes to a begun save or backup, in order: wait for each before the next. */
  write(ticketId: string, chunk: Uint8Array): Promise<Result<null>>
  /** Puts the file in its place, whole and on disk, at once (an older file of that name is replaced). */
  commit(ticketId: string): Promise<Result<null>>
  /** Forgets a begun save and leaves no trace of it. */
  abort(ticketId: string): Promise<Result<null>>
  /** Files opened from the file manager or the menu that were not taken yet; each is handed out once. */
  takeOpened(): Promise<Result<readonly OpenedFile[]>>
  /** Tells that `takeOpened` has something. */
  onOpened(listener: () => void): Unsubscribe
}

export interface BackupFile {
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
}

/**
 * Backup names are plain file names ending in `.florilegium`; anything else fails with `backup-name`. Further failures:
 * `backups-folder-gone` (the chosen folder is not there) and those of files.
 */
export interface BackupsHost {
  list(): Promise<Result<readonly BackupFile[]>>
  /** Begins a backup; its bytes go through `files.write`, `files.commit`, `files.abort`. */
  begin(name: string): Promise<Result<SaveTicket>>
  read(name: string): Promise<Result<Uint8Array>>
  remove(name: string): Promise<Result<null>>
  /** Lets the user choose another folder; gives its path, or null when the user thought better of it. */
  chooseFolder(): Promise<Result<string | null>>
}

export interface FetchedArticle {
  /** The address after redirections. */
  readonly url: string
  /** The media type as the server named it, lower case, without parameters. */
  readonly mediaType: string
  /** The character set as the server named it, or null. */
  readonly charset: string | null
  readonly bytes: Uint8Array
}

export interface ShellHost {
  /** Opens an https or mailto address in the user's own program; others fail with `address-refused`. */
  openExternal(url: string): Promise<Result<null>>
  /**
   * Fetches one http(s) address, only ever on the user's word. At most 20 MB in 20 seconds. Failures:
   * `address-refused`, `fetch-failed`, `fetch-too-large`, `fetch-timeout`, `not-available`.
   */
  fetchArticle(url: string): Promise<Result<FetchedArticle>>
}

export interface MenuHost {
  /** A command chosen in the native menu. */
  onCommand(listener: (command: MenuCommand) => void): Unsubscribe
}
