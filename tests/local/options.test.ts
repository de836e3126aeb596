import { HELP, readOptions } from '../../bot/local/options'

const ROOT = '/home/sam/plumbline'
const USUAL = { service: 3978, playground: 56150, tables: 10002, queues: 10001 }

describe('what "npm start" was asked to do', () => {
  test('nothing said: the usual ports, the demo project, data beside the project', () => {
    expect(readOptions([], {}, ROOT)).toEqual({
      kind: 'run',
      ports: USUAL,
      data: '/home/sam/plumbline/.data',
      seed: true,
      reset: false,
    })
  })

  test.each([
    ['--port chooses', ['--port', '4000'], {}, { service: 4000 }],
    ['PORT chooses', [], { PORT: '4000' }, { service: 4000 }],
    [
      'the flag comes before the variable when choosing',
      ['--port=4001'],
      { PORT: '4000' },
      { service: 4001 },
    ],
    ['--playground-port chooses', ['--playground-port', '4000'], {}, { playground: 4000 }],
    ['PLAYGROUND_PORT chooses', [], { PLAYGROUND_PORT: '4000' }, { playground: 4000 }],
    ['--tables-port chooses', ['--tables-port', '4000'], {}, { tables: 4000 }],
    ['TABLES_PORT chooses', [], { TABLES_PORT: '4000' }, { tables: 4000 }],
    ['--queues-port chooses', ['--queues-port', '4000'], {}, { queues: 4000 }],
    ['QUEUES_PORT chooses', [], { QUEUES_PORT: '4000' }, { queues: 4000 }],
    ['an empty variable does not choose', [], { PORT: '' }, {}],
  ])('%s a port', (_name, args, env, ports) => {
    expect(readOptions(args, env, ROOT)).toMatchObject({ kind: 'run', ports: { ...USUAL, ...ports } })
  })

  test.each([
    ['--empty', ['--empty'], {}, { seed: false }],
    ['PLUMBLINE_SEED=none', [], { PLUMBLINE_SEED: 'none' }, { seed: false }],
    ['--reset', ['--reset'], {}, { reset: true }],
    ['--data', ['--data', 'elsewhere'], {}, { data: '/home/sam/plumbline/elsewhere' }],
    ['PLUMBLINE_DATA', [], { PLUMBLINE_DATA: '/tmp/trial' }, { data: '/tmp/trial' }],
  ])('%s is heard', (_name, args, env, wanted) => {
    expect(readOptions(args, env, ROOT)).toMatchObject({ kind: 'run', ...wanted })
  })

  test.each([
    ['no number', ['--port', 'http'], '--port takes a number'],
    ['too high', ['--tables-port', '70000'], '--tables-port takes a number'],
    ['zero', ['--port', '0'], '--port takes a number'],
    [
      'the same port twice',
      ['--queues-port', '3978'],
      "choose another for Azurite's queues with --queues-port",
    ],
    ['an option that is not there', ['--prot', '4000'], 'There is no such option: --prot'],
    ['a stray word', ['reset'], 'There is no such option: reset'],
  ])('%s is refused with a sentence that names the option', (_name, args, why) => {
    expect(readOptions(args, {}, ROOT)).toEqual({
      kind: 'refused',
      why: expect.stringContaining(why) as string,
    })
  })

  test.each([
    ['BOT_ID', '5f4c1d2e'],
    ['MicrosoftAppId', '5f4c1d2e'],
    ['BOT_PASSWORD', 'secret'],
    ['AZURE_STORAGE_CONNECTION_STRING', 'AccountKey=secret'],
    ['TABLES_URL', 'https://northwind.table.core.windows.net'],
    ['TABLES_CONNECTION', 'AccountKey=secret'],
  ])('a trial refuses to start beside a real %s, and does not repeat it', (name, value) => {
    const asked = readOptions([], { [name]: value }, ROOT)
    expect(asked).toEqual({ kind: 'refused', why: expect.stringContaining(`${name} is set`) as string })
    expect(JSON.stringify(asked)).not.toContain(value)
  })

  test('the help lists every option', () => {
    for (const option of [
      'port',
      'playground-port',
      'tables-port',
      'queues-port',
      'data',
      'empty',
      'reset',
    ]) {
      expect(HELP).toContain(`--${option} `)
    }
  })
})
