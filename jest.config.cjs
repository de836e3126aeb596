const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const sources = readdirSync(join(__dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => file.replace(/\\/g, '/'))
const wantsJest = (file) =>
  /from '(?:\.\.\/)+tab\/|jest\.mock\(/.test(readFileSync(join(__dirname, 'tests', file), 'utf8'))

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      // As built, by bare Node: half the time of what Jest compiles and keeps apart itself.
      runner: ['jest-light-runner', { runtime: 'child_process' }],
      testEnvironment: 'node',
      roots: ['<rootDir>/dist/tests'],
      testMatch: sources
        .filter((file) => !wantsJest(file))
        .map((file) => `<rootDir>/dist/tests/${file.replace(/ts$/, 'js')}`),
      transform: {},
      globalSetup: '<rootDir>/dist/tests/support/globalSetup.js',
      globalTeardown: '<rootDir>/dist/tests/support/globalTeardown.js',
    },
    {
      // The tab's own logic, which is built for browsers alone, and what takes the place of a module.
      testEnvironment: 'node',
      roots: ['<rootDir>/tests'],
      testMatch: sources.filter(wantsJest).map((file) => `<rootDir>/tests/${file}`),
      transform: {
        '^.+\\.(ts|tsx|m?js)$': [
          '@swc/jest',
          {
            jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2023' },
            module: { type: 'commonjs' },
          },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!(temporal-polyfill|temporal-spec|temporal-utils)/)'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
  ],
  testSequencer: '<rootDir>/tests/support/longestFirst.cjs',
  reporters: ['default', '<rootDir>/tests/support/closingLine.cjs'],
  maxWorkers: 2,
}
