/** lscpu's titles in other languages: machines whose users cannot set `LC_ALL` for the report that they send. */
const WORDS: readonly (readonly [title: string, words: RegExp])[] = [
  [
    'Architecture',
    /^(?:architektur|arquitectura|arquitetura|architettura|architektura|architectuur|архитектура|架构|アーキテクチャ)$/,
  ],
  ['CPU(s)', /^(?:processeur\(s\)|cpu|cpu's|cpu:s|procesor\(y\))$/],
  [
    'Model name',
    /^(?:modellname|nom de modèle|nombre del modelo|nome do modelo|nome del modello|nazwa modelu|modelnaam|имя модели|название модели|型号名称|モデル名)$/,
  ],
  [
    'Vendor ID',
    /^(?:anbieterkennung|identifiant constructeur|id de fabricante|id de fornecedor|id produttore|id producenta|id производителя|厂商 id|ベンダー id)$/,
  ],
  [
    'Thread(s) per core',
    /^(?:thread\(s\) pro kern|thread\(s\) par cœur|hilo\(s\) de procesamiento por núcleo|thread\(s\) per núcleo|thread per core|wątków na rdzeń|потоков на ядро|每个核的线程数|コアあたりのスレッド数)$/,
  ],
  [
    'Core(s) per socket',
    /^(?:kern\(e\) pro (?:socket|sockel)|cœur\(s\) par socket|núcleo\(s\) por (?:«socket»|soquete)|core per socket|rdzeni na gniazdo|ядер на сокет|每个座的核数|ソケットあたりのコア数)$/,
  ],
  ['Socket(s)', /^(?:sockel|«socket\(s\)»|soquete\(s\)|socket|gniazd|сокетов|座|ソケット数)$/],
  [
    'NUMA node(s)',
    /^(?:numa-knoten|nœud\(s\) numa|modo\(s\) numa|nodo\(s\) de numa|nodo numa|węzłów numa|numa 节点|numa ノード数)$/,
  ],
]

/** A title in English; one that is not known as it is. */
export function englishTitle(title: string): string {
  const low = title.slice(0, 100).toLowerCase()
  return WORDS.find(([, words]) => words.test(low))?.[0] ?? title
}
