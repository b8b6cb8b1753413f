// The library's surface: what the faces, and programs that use this package, may import.

export { BACKENDS, type Backend } from './backend.ts'
export { EXIT, inOneLine, exitCodeOf, type TroubleKind, UserError } from './errors.ts'
export type { Finding, FindingArgs, Fix, JsonPath, LocatedFinding, Place, Severity } from './finding.ts'
export { didYouMean, nearestNames } from './nearest.ts'
export { PROGRAMS, type Program } from './program.ts'
export { gib, GIB, showGib } from './units.ts'

export { readAvailableMemory } from './hardware/available-memory.ts'
export type { Explanation } from './hardware/explain-detection.ts'
export { type HealthReading, readHealth, type ThrottleReason } from './hardware/health.ts'
export type { CommandResult, Host, SystemInformation } from './hardware/host.ts'
export { type Gpu, type HardwareSnapshot, HardwareSnapshotSchema } from './hardware/snapshot.ts'

export {
  type CatalogEntry,
  catalogModel,
  findCatalogEntry,
  listCatalog,
  modelForSize,
  parsePrecision,
  PRECISIONS,
} from './model/catalog/index.ts'
export { type ModelFacts, ModelFactsSchema } from './model/facts.ts'
export type { ByteSource } from './model/gguf/byte-source.ts'
export { type Hparams, readHparams } from './model/hparams.ts'
export { readGguf } from './model/read-gguf.ts'
export { tensorBytes } from './model/tensor-types.ts'

export { type ClusterMachine, clusterTarget, rpcServers } from './profile/cluster.ts'
export { listProfiles, setOwnProfiles } from './profile/database.ts'
export type { HardwareFile } from './profile/device-row.ts'
export { findProfile } from './profile/find-profile.ts'
export { findTarget } from './profile/find-target.ts'
export type { HardwareProfile } from './profile/hardware-profile.ts'
export { freeTarget } from './profile/free-target.ts'
export { matchProfile, type ProfileMatch } from './profile/match-profile.ts'
export { clashesOf, parseProfileFile } from './profile/parse-profile-file.ts'
export { parseSnapshot } from './profile/parse-snapshot.ts'
export { profileFromSnapshot } from './profile/profile-from-snapshot.ts'
export { profileOfProduct } from './profile/profile-of-product.ts'
export { targetFromProfile } from './profile/target-from-profile.ts'
export { targetFromSnapshot } from './profile/target-from-snapshot.ts'
export type { Sourced, Target, TargetDevice } from './profile/target.ts'

export { type ModelSet, ModelSetSchema, type SetGroup } from './config/model-set.ts'
export { readConfig } from './config/read-config.ts'
export { isModelSet, readModelSet } from './config/read-model-set.ts'
export { type RuntimeConfig, RuntimeConfigSchema, USE_CASES, type UseCase } from './config/runtime-config.ts'
export { CACHE_TYPES, type CacheType, type Settings } from './config/settings.ts'

export { type BudgetLine, budgetLines } from './estimate/budget.ts'
export { estimateMemory } from './estimate/estimate-memory.ts'
export { type AdapterFacts, adapterFacts } from './estimate/extras/adapter-facts.ts'
export { extraMemory, type ExtraOptions } from './estimate/extras/extra-memory.ts'
export type { ExtraTerm } from './estimate/extras/extra-term.ts'
export { SPEC_TYPES, type SpecType, type Speculation } from './estimate/extras/speculation.ts'
export { type ProjectorFacts, projectorFacts } from './estimate/extras/vision/vision-facts.ts'
export { type MemoryBreakdown, type MemoryEstimate, type Placement, totalOf } from './estimate/memory-estimate.ts'
export { type MemorySettings, resolveSettings } from './estimate/memory-settings.ts'
export type { Basis, Speed, ThroughputEstimate } from './estimate/throughput-estimate.ts'
export { estimateThroughput } from './estimate/throughput/estimate-throughput.ts'

export { checkConfig, inspectConfig } from './validate/check-config.ts'
export type { ConfigReport, Pair } from './validate/config-report.ts'
export { RULES } from './validate/rules/index.ts'

export { type PlacedEntry, startPolicy } from './policy/apply-policy.ts'
export { parseHeadroom, withHeadroom } from './policy/headroom.ts'
export { type Policy, POLICY_FILE } from './policy/policy.ts'
export { readBaseline, readPolicy } from './policy/read-policy.ts'

export { choiceFromCatalog, choiceFromFacts } from './plan/choose-model.ts'
export type { Intent } from './plan/intent.ts'
export { makePlan } from './plan/make-plan.ts'
export type { ModelChoice } from './plan/model-choice.ts'
export type { DowngradeStep, Plan, Reason } from './plan/plan.ts'
export { type HardwareProfiles, parseHardwareProfiles, type Template } from './plan/template.ts'

export { planWithWinner, winnerFor, withMeasuredSpeed } from './tune/apply-tuned.ts'
export { evidenceCsv } from './tune/evidence.ts'
export { OBJECTIVES, type Objective, type ObjectiveName, objectiveOf } from './tune/objective.ts'
export type { Progress as TuneProgress, Trial } from './tune/session.ts'
export { isProved, parseStoredResult, type StoredResult, StoredResultSchema } from './tune/stored-result.ts'
export { tune, type TuneResult } from './tune/tune.ts'
export { hardwareKey, modelKey } from './tune/tune-key.ts'
export { tunePlan } from './tune/tune-plan.ts'
export { settingsText, type TunedSettings } from './tune/tuned-settings.ts'
export type { Measured, Spread } from './tune/verdict.ts'

export { anonymous, anonymousValue, type Identity } from './report/anonymous.ts'
export { explainMemory, type ExplainedSum } from './report/explain-memory.ts'
export { explainRule } from './report/explain-rule.ts'
export { type BaseReport, readBaseReport } from './report/base-report.ts'
export { type Check, type CheckedConfig, checkOf, type CheckResult, concludeCheck } from './report/check.ts'
export { type CodeClimateIssue, codeClimateReport } from './report/codeclimate-report.ts'
export { type AnnotationChoice, githubReport } from './report/github-report.ts'
export { jsonReport } from './report/json-report.ts'
export { markdownReport } from './report/markdown/markdown-report.ts'
export { memoryText } from './report/memory-text.ts'
export { linesTogether, type TogetherLine } from './estimate/together.ts'
export { clusterLayers } from './plan/cluster-layers.ts'
export { makeSetPlan, type SetPlan } from './plan/set/make-set-plan.ts'
export type { ModelList } from './plan/set/model-list.ts'
export type { SetMember } from './plan/set/set-member.ts'

export { reasonSentence, stepSentence } from './report/reason-sentence.ts'
export { sarifReport } from './report/sarif-report.ts'
export { formatFinding } from './report/sentence.ts'
export { findingLine, textReport } from './report/text-report.ts'
export { unifiedDiff } from './report/unified-diff.ts'
export { type FailOn, isEnforced, tally, verdict } from './report/verdict.ts'
export { writeJsonFix } from './report/write-fix.ts'

export {
  EXPORT_FORMATS,
  exportConfig,
  type Exported,
  type ExportOptions,
  exportWithNotes,
  type ExportFormat,
  llamaServerArgs,
  quotePosix,
  quotePowerShell,
} from './export/index.ts'

export { exportSet, SET_EXPORT_FORMATS } from './export/set/index.ts'

export { type AnswerTimings, type ChatPiece, chatPieces } from './run/chat-pieces.ts'
export { type AllocationRow, compareAllocation, NOTABLE, notableDifferences } from './run/compare-allocation.ts'
export { type EngineEnd, type EngineTrouble, engineTrouble } from './run/engine-end.ts'
export { fitArgs, type KnownFlags, readFlags } from './run/engine-flags.ts'
export { allocationReader, readLogLine } from './run/engine-log.ts'
export { type Look, type Reading, readingOf } from './run/reading.ts'
export type { ModelReading } from './run/set-reading.ts'
export { type Counters, parseMetrics, parseSlots, type Slot } from './run/server-metrics.ts'
export { isThrottled, type RunSummary, summaryKeeper } from './run/summary.ts'

export { type Timing, TIMING } from './adapt/causes.ts'
export { coolerConfig, sustainedConfig } from './adapt/cooler.ts'
export { type AdaptState, applied, decide, type Decision, failed, startAdapting } from './adapt/decide.ts'
export { changesOf, needsOf } from './adapt/replan.ts'
export type { RunEnd, RunEvent } from './adapt/run-event.ts'
export { fitTo, holds, needLess } from './adapt/smaller.ts'

export { detectHardware, explainHardware, exportHardwareProfiles } from './pipeline.ts'
export { readCluster, readModelList } from './read-wishes.ts'
