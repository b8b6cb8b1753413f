// All that the screens know of the core. Each by its own file: the whole surface (shared/index.ts) brings policies, reports
// and sets of models, which no screen asks for and every first key would wait for.

export { USE_CASES } from '../../shared/config/runtime-config.ts'
export { CACHE_TYPES, MOST_SLOTS, MOST_THREADS } from '../../shared/config/settings.ts'
export { EXIT, UserError, inOneLine } from '../../shared/errors.ts'
export { totalOf } from '../../shared/estimate/memory-estimate.ts'
export { resolveSettings } from '../../shared/estimate/memory-settings.ts'
export { estimateThroughput } from '../../shared/estimate/throughput/estimate-throughput.ts'
export { EXPORT_FORMATS, exportConfig } from '../../shared/export/index.ts'
export { findCatalogEntry, listCatalog } from '../../shared/model/catalog/index.ts'
export { readHparams } from '../../shared/model/hparams.ts'
export { tensorBytes } from '../../shared/model/tensor-types.ts'
export { choiceFromCatalog, choiceFromFacts } from '../../shared/plan/choose-model.ts'
export { plannedCacheRam } from '../../shared/plan/planned-figures.ts'
export { listProfiles } from '../../shared/profile/database.ts'
export { findProfile } from '../../shared/profile/find-profile.ts'
export { matchProfile } from '../../shared/profile/match-profile.ts'
export { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
export { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
export { reasonSentence, stepSentence } from '../../shared/report/reason-sentence.ts'
export { formatFinding } from '../../shared/report/sentence.ts'
export { settingsText } from '../../shared/tune/tuned-settings.ts'
export { GIB, gib, showGib } from '../../shared/units.ts'
export { inspectConfig } from '../../shared/validate/check-config.ts'
export { RULES } from '../../shared/validate/rules/index.ts'

export type {
  AllocationRow,
  AnswerTimings,
  BudgetLine,
  CacheType,
  CatalogEntry,
  ConfigReport,
  ExportFormat,
  Fix,
  HardwareProfile,
  HardwareSnapshot,
  HealthReading,
  Hparams,
  Intent,
  LocatedFinding,
  MemoryBreakdown,
  ModelChoice,
  ModelFacts,
  ModelReading,
  Plan,
  ProfileMatch,
  Program,
  Reading,
  RunEvent,
  RuntimeConfig,
  Settings,
  Sourced,
  Speed,
  Target,
  ThroughputEstimate,
  TuneProgress,
  UseCase,
} from '../../shared/index.ts'
