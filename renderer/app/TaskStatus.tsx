import { useTasks } from '@renderer/navigation/tasks'
import styles from './StatusLine.module.css'

/** Long work with its progress, and the last thing done. */
export function TaskStatus() {
  const { tasks, message } = useTasks()
  const task = tasks[0]
  return (
    <>
      <span role="status" className={styles.message}>
        {task ? '' : message}
      </span>
      {task && (
        <span className={styles.task}>
          {task.title}
          <progress
            aria-label={task.title}
            {...(task.total > 0 ? { value: task.done, max: task.total } : {})}
          />
          {task.cancel && (
            <button type="button" className={styles.help} onClick={task.cancel}>
              Stop
            </button>
          )}
        </span>
      )}
    </>
  )
}
