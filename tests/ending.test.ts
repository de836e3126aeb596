import { createEnding } from '../bot/ending'

test('the end waits for what goes on after its answer, and for what that begins', async () => {
  const ending = createEnding()
  const steps: string[] = []
  let first: () => void = () => undefined
  let second: () => void = () => undefined
  ending.waitFor(
    new Promise<void>((resolve) => (first = resolve)).then(() => {
      steps.push('first')
      ending.waitFor(new Promise<void>((resolve) => (second = resolve)).then(() => steps.push('second')))
    }),
  )
  const quiet = ending.isQuiet().then(() => steps.push('quiet'))
  first()
  await new Promise(setImmediate)
  expect(steps).toEqual(['first'])
  second()
  await quiet
  expect(steps).toEqual(['first', 'second', 'quiet'])
})

test('work that fails holds nothing up, and with none there is nothing to wait for', async () => {
  const ending = createEnding()
  await ending.isQuiet()
  ending.waitFor(Promise.reject(new Error('away')))
  await ending.isQuiet()
})

test('it begins once, and stays begun', () => {
  const ending = createEnding()
  expect(ending.hasBegun).toBe(false)
  ending.begin()
  expect(ending.hasBegun).toBe(true)
})
