import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { HardwareFileSchema } from '../../shared/profile/device-row.ts'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { gpu, snapshot } from '../profile/snapshots.ts'
import { GIB } from '../../shared/units.ts'

let cwd = ''
const card = () => gpu({ name: 'NVIDIA Example X9000', vram_bytes: 31.5 * GIB })

beforeEach(async () => {
  cwd = await tempFolder()
  await writeFile(join(cwd, 'host.json'), JSON.stringify(snapshot({ gpus: [card()] })))
})

const cli = (...args: string[]) => runCli(args, { cwd })

test('a snapshot becomes a profile of the user that every command knows', async () => {
  const added = await cli('profiles', 'add', 'host.json', '--id', 'lab_card')
  expect(added).toMatchObject({ code: 0, stdout: 'lab_card\n' })
  const file = join(cwd, '.config/lp-tui/profiles/lab_card.json')
  const { devices, date } = HardwareFileSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(devices).toMatchObject([{ id: 'lab_card', memory_gb: [32], vendor: 'nvidia', memory_bandwidth_gb_s: null }])
  expect(devices[0]?.sources.join(' ')).toContain('lp-tui detect on the machine itself')
  expect((await cli('profiles', 'show', 'lab_card')).stdout).toMatch(/^id +lab_card$/m)
  const plan = await cli('generate', '--hardware', 'lab_card', '--model', 'qwen3-8b', '--json')
  expect(plan.code).toBe(0)
  // The machine itself is now of that kind.
  const matched = await cli('generate', '--hardware', 'host.json', '--model', 'qwen3-8b')
  expect(matched.stdout + matched.stderr).toContain('lab_card')
}, 60_000)

test('nothing is replaced unasked, and no id of the data base taken', async () => {
  expect((await cli('profiles', 'add', 'host.json', '--id', 'lab_card')).code).toBe(0)
  expect(await cli('profiles', 'add', 'host.json', '--id', 'lab_card')).toMatchObject({ code: 2 })
  expect(await cli('profiles', 'add', 'host.json', '--id', 'lab_card', '--force')).toMatchObject({ code: 0 })
  const clash = await cli('profiles', 'add', 'host.json', '--id', 'nvidia_rtx_4090')
  expect(clash).toMatchObject({ code: 2, stdout: '' })
  expect(clash.stderr).toContain('the data base has a profile "nvidia_rtx_4090" already')
  expect((await cli('profiles', 'add', 'host.json', '--id', 'Lab Card')).code).toBe(2)
}, 60_000)

test('--output is for the repository, and a bad file in the folder is left out with a line', async () => {
  const saved = await cli('profiles', 'add', 'host.json', '--output', 'row.json')
  expect(saved.stderr).toContain('profiles/hardware/nvidia-desktop.json')
  expect(HardwareFileSchema.parse(JSON.parse(await readFile(join(cwd, 'row.json'), 'utf8'))).devices).toHaveLength(1)
  await mkdir(join(cwd, '.config/lp-tui/profiles'), { recursive: true })
  await writeFile(join(cwd, '.config/lp-tui/profiles/bad.json'), '{"category": "nonsense"}')
  const { code, stderr } = await cli('profiles', 'show', 'nvidia_rtx_4090')
  expect(code).toBe(0)
  expect(stderr).toMatch(/bad\.json holds no profiles: category: .+ It is left out\./)
}, 60_000)

test('remove takes back what add made, and nothing else', async () => {
  expect((await cli('profiles', 'add', 'host.json', '--id', 'lab_card')).code).toBe(0)
  const matched = await cli('generate', '--hardware', 'host.json', '--model', 'qwen3-8b')
  expect(matched.stderr).toContain(
    'note: This machine is matched by your own profile lab_card; "lp-tui profiles remove lab_card"',
  )
  const folder = join(cwd, '.config/lp-tui/profiles')
  expect(await cli('profiles', 'remove', 'nvidia_rtx_4090')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("'nvidia_rtx_4090' is of the data base, and only profiles of your own are removed"),
  })
  const slip = await cli('profiles', 'remove', 'lab_cart')
  expect(slip.stderr).toMatch(/there is no profile 'lab_cart'\. Did you mean lab_card\?\n {2}Yours: lab_card\.\n/)
  expect(await cli('profiles', 'remove', 'LAB_CARD')).toEqual({
    code: 0,
    signal: null,
    stdout: `lab_card removed: ${join(folder, 'lab_card.json')}\n`,
    stderr: '',
  })
  expect(await readdir(folder)).toEqual([])
  expect((await cli('profiles', 'remove', 'lab_card')).stderr).toMatch(
    /there is no profile 'lab_card'.*\n {2}You have none\.\n/,
  )
}, 60_000)

test('a file of several rows is named and stays', async () => {
  const folder = join(cwd, '.config/lp-tui/profiles')
  await mkdir(folder, { recursive: true })
  await cli('profiles', 'add', 'host.json', '--id', 'one', '--output', 'row.json')
  const file = HardwareFileSchema.parse(JSON.parse(await readFile(join(cwd, 'row.json'), 'utf8')))
  const devices = ['one', 'two'].map((id) => ({ ...file.devices[0], id }))
  await writeFile(join(folder, 'a-bad.json'), '{')
  await writeFile(join(folder, 'both.json'), JSON.stringify({ ...file, devices }))
  const { code, stderr } = await cli('profiles', 'remove', 'two')
  expect(code).toBe(2)
  expect(stderr).toContain(`${join(folder, 'both.json')} holds one, two`)
  expect((await readdir(folder)).sort()).toEqual(['a-bad.json', 'both.json'])
}, 60_000)
