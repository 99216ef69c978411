import styles from './Keys.module.css'

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)
const NAMES: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
}

/** Keys in tinykeys' notation as words for people: `$mod+k` is “Ctrl K”, `g l` is “G then L”. */
export function describeKeys(keys: string): string {
  return keys
    .split(' ')
    .map((chord) =>
      chord
        .split('+')
        .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
        .join(' '),
    )
    .join(' then ')
}

/** Shows which keys give a command. */
export function Keys({ keys }: { keys: string }) {
  return <kbd className={styles.keys}>{describeKeys(keys)}</kbd>
}
