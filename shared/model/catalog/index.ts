export { catalogModel, findCatalogEntry, listCatalog } from './catalog.ts'
export { SIZE_CLASSES, type CatalogEntry } from './entry.ts'
export { modelForSize } from './model-for-size.ts'
export { parsePrecision, PRECISIONS } from './precisions.ts'
