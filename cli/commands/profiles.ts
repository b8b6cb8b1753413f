import { readFile } from 'node:fs/promises'
import { EXIT, UserError } from '../../shared/errors.ts'
import { listProfiles } from '../../shared/profile/database.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import type { HardwareProfile } from '../../shared/profile/hardware-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { showGib } from '../../shared/units.ts'
import { defineCommand } from '../command.ts'
import { OUTPUT_FLAGS, writeOutput } from '../inputs/output.ts'
import { verbOf } from '../inputs/verb.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { addProfile } from './profiles-add.ts'
import { removeProfile } from './profiles-remove.ts'
import { packageFile } from '../package-file.ts'
import { fieldLines, tableLines } from '../present/fields.ts'

const NO_DATA = 'this installation of lp-tui lacks profiles/hardware_profiles.json, or it cannot be read'

export const profilesCommand = defineCommand({
  name: 'lp-tui profiles',
  summary: 'The hardware data base: every machine that --hardware can name.',
  usage: [
    '[list] [--json]',
    'show ID [--json]',
    'add SNAPSHOT [--id ID] [--name TEXT] [--output FILE] [--force]',
    'remove ID',
    'export [--output FILE [--force]]',
  ],
  flags: {
    json: { type: 'boolean', help: 'as JSON on stdout' },
    id: { type: 'string', value: 'ID', help: 'id of the profile that add writes' },
    name: { type: 'string', value: 'TEXT', help: 'its name for people' },
    ...OUTPUT_FLAGS,
  },
  details: [
    'add makes a profile of a snapshot (lp-tui detect --output): in your own folder for settings, where every',
    'command finds it, or with --output as a file for the repository. The Action reads the data base alone.',
    'remove takes a profile of your own away, and never one of the data base.',
    'export gives recommended settings for every profile and size class; edited, it can be given to',
    'generate --profiles.',
  ],
  examples: [
    'lp-tui profiles show nvidia_rtx_4090',
    'lp-tui profiles add hw.json --id lab_server',
    'lp-tui profiles export --output hardware_profiles.json',
  ],
  async run(io, { values, positionals }) {
    if (positionals[0] === 'add' && positionals.length === 1) {
      throw new UserError(
        'usage',
        'add what? lp-tui profiles add SNAPSHOT',
        'lp-tui detect --output hw.json writes one.',
      )
    }
    const { verb, id } = verbOf(
      positionals,
      { list: false, show: true, add: true, remove: true, export: false },
      'list',
    )
    if (verb === 'list') list(io, values.json)
    if (verb === 'show') show(io, findProfile(id), values.json)
    if (verb === 'add') {
      const { id: new_id, name, output, force } = values
      await addProfile(io, { file: id, id: new_id, name, output, force, date: new Date().toISOString().slice(0, 10) })
    }
    if (verb === 'remove') await removeProfile(io, id)
    if (verb === 'export') {
      const text = await readFile(packageFile('profiles/hardware_profiles.json'), 'utf8').catch((cause: unknown) => {
        throw new UserError('environment', NO_DATA, 'Install it again.', { cause })
      })
      if (values.output === undefined) io.out(text)
      else await writeOutput(io, values.output, text, values.force)
    }
    return EXIT.ok
  },
})

function list(io: Io, json: boolean | undefined): void {
  const profiles = listProfiles()
  if (json) {
    outJson(
      io,
      profiles.map(({ id, aliases, display_name, category, backend, memory_gb }) => ({
        id,
        aliases,
        display_name,
        category,
        backend,
        memory_gb,
      })),
    )
    return
  }
  const rows = profiles.map(({ id, display_name, backend, memory_gb, own }) => [
    id,
    backend,
    String(memory_gb),
    own ? `${display_name} (your own)` : display_name,
  ])
  outLines(io, tableLines([['id', 'backend', 'GiB', 'name'], ...rows], [2]))
}

function show(io: Io, profile: HardwareProfile, json: boolean | undefined): void {
  const target = targetFromProfile(profile)
  if (json) {
    outJson(io, {
      ...target,
      aliases: profile.aliases,
      category: profile.category,
      date: profile.date,
      sources: profile.row.sources,
    })
    return
  }
  const { cpu, host } = target
  const alone = target.devices.length > 0 ? 'a GPU' : 'a processor'
  const assumed = host.assumed ? ` (assumed: the profile is of ${alone} alone)` : ''
  outLines(io, [
    ...fieldLines([
      ['id', target.id],
      ['name', target.display_name],
      ['also', profile.aliases.join(', ') || '-'],
      ['backends', target.backends.join(', ')],
      ...target.devices.map((device): [string, string] => ['device', deviceText(device)]),
      ['ram', `${showGib(host.total_bytes)}, usable ${showGib(host.usable.bytes)} (${host.usable.source})${assumed}`],
      ...(host.bandwidth_gb_s === null ? [] : [['ram speed', `${host.bandwidth_gb_s} GB/s`] as const]),
      [
        'cores',
        `${cpu.performance_cores} performance, ${cpu.efficiency_cores} efficiency${cpu.assumed ? ' (assumed)' : ''}`,
      ],
      ['capabilities', cpu.capabilities.join(' ')],
      ['as of', profile.date ?? '-'],
    ]),
    ...target.notes.map((note) => `note: ${note}`),
    ...profile.row.sources.map((source) => `source: ${source}`),
  ])
}

function deviceText(device: ReturnType<typeof targetFromProfile>['devices'][number]): string {
  const total = device.total_bytes === null ? 'memory unknown' : showGib(device.total_bytes)
  const usable = device.usable === null ? '' : `, usable ${showGib(device.usable.bytes)} (${device.usable.source})`
  const bandwidth = device.bandwidth_gb_s === null ? '' : `, ${device.bandwidth_gb_s} GB/s`
  return `${device.name}: ${total}${usable}${bandwidth}`
}
