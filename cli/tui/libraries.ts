// Ink and React, to be loaded ahead of what uses them: together they would hold up a key for longer than a frame.
import 'react'
import 'ink'
