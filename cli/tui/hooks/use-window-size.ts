import { useStdout } from 'ink'
import { useEffect } from 'react'

/** Tells of the terminal's size now and whenever it changes. Ink 7 has a hook of this name; this one goes then. */
export function useWindowSize(onResize: (columns: number, rows: number) => void): void {
  const { stdout } = useStdout()
  useEffect(() => {
    const tell = () => onResize(stdout.columns || 80, stdout.rows || 24)
    tell()
    stdout.on('resize', tell)
    return () => void stdout.off('resize', tell)
  }, [stdout, onResize])
}
