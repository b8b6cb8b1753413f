import type { Command } from './command.ts'

type Entry = { readonly name: string; readonly summary: string; load(): Promise<Command> }

/** What shells ask while a line is typed (`lp-tui complete -- WORDS`); not for people, so not in the help. */
export const COMPLETE = 'complete'

/** Every command, in the order of the help. Each is loaded only when it runs: `--version` stays as fast as Node. */
export const COMMANDS: readonly Entry[] = [
  {
    name: 'detect',
    summary: 'see this machine: GPU, memory, cores, limits',
    load: async () => (await import('./commands/detect.ts')).detectCommand,
  },
  {
    name: 'generate',
    summary: 'plan the best runtime config for a machine and a model',
    load: async () => (await import('./commands/generate.ts')).generateCommand,
  },
  {
    name: 'validate',
    summary: 'judge configs on target hardware: memory, threads, thermal',
    load: async () => (await import('./commands/validate.ts')).validateCommand,
  },
  {
    name: 'estimate',
    summary: 'what a model needs with given settings, per device, to the byte',
    load: async () => (await import('./commands/estimate.ts')).estimateCommand,
  },
  {
    name: 'explain',
    summary: 'a rule, or the arithmetic behind a config',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'export',
    summary: 'a config as a command line or as code',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'import',
    summary: "another program's file, or a command line, as a config",
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    name: 'tune',
    summary: 'measure the fastest settings on this machine, and keep them',
    load: async () => (await import('./commands/tune.ts')).tuneCommand,
  },
  {
    name: 'profiles',
    summary: 'the hardware data base: list, show, export, add your own',
    load: async () => (await import('./commands/profiles.ts')).profilesCommand,
  },
  {
    name: 'models',
    summary: 'the model catalog: list, show',
    load: async () => (await import('./commands/models.ts')).modelsCommand,
  },
  {
    name: 'keep',
    summary: 'run llama-server and keep its caches from one run to the next',
    load: async () => (await import('./commands/keep.ts')).keepCommand,
  },
  {
    name: 'run',
    summary: 'start llama-server with a config (also: llama-pajamas-run)',
    load: async () => (await import('./commands/run.ts')).runCommand,
  },
  {
    name: 'doctor',
    summary: 'a report to paste into a bug, without names and numbers of yours',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'completion',
    summary: 'completion of commands, options and names for your shell',
    load: async () => (await import('./commands/completion.ts')).completionCommand,
  },
]
