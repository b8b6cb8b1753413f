/**
 * lscpu's titles in other languages (the translations of util-linux, po/): machines whose users cannot set `LC_ALL` for
 * the report that they send.
 */
const WORDS: Readonly<Record<string, string>> = {
  Architecture: `architectuur|architektur|architektura|architettura|arhitectura|arhitektura|arkitektur|arquitectura|arquitetura|kiến trúc|mimari|архитектура|архітектура|البنية|არქიტექტურა|アーキテクチャ|架构|架構|아키텍처`,
  'CPU(s)': `cpu|cpu'er|cpu's|cpu(-a)|cpu(er)|cpu-uri|cpu:s|i̇şlemciler|počet cpu|procesor(y)|processeur(s)|процесори|процессор(ы)|وحدات المعالجة`,
  'Model name': `ime modela|mallinimi|modellname|modellnamn|modelnaam|modelnavn|modem ismi|nazwa modelu|nom de modèle|nombre del modelo|nome del modello|nome do modelo|numele modelului|název modelu|tên mô hình|имя модели|назва моделі|название модели|назив модела|اسم الطراز|მოდელის სახელი|モデル名|型号名称|型號名稱|모델 이름`,
  'BIOS Model name': `bios ime modela|bios モデル名|bios 型号名称|bios 모델 이름|bios-modellname|bios-modellnamn|bios-modelnaam|bios-ის მოდელის სახელი|biosový název modelu|nazwa modelu wg bios|nom de modèle bios|nombre del modelo de bios|nome do modelo da bios|numele modelului bios|назва моделі bios|назив биос модела|اسم طراز bios`,
  'Vendor ID': `anbieterkennung|fabrikatzailearen ida|id de fabricante|id de fornecedor|id do fabricante|id nhà sản xuất|id pembuat|id producenta|id produttore|id proizvođača|id výrobce|id производителя|id прроизводителя|identifiant constructeur|identificatorul producătorului|leverandør-id|producent-id|sağlayıcı kimliği|tillverkar-id|ид произвођача|ідентифікатор виробника|معرف البائع|მომწოდებლის id|ベンダー id|供應商識別號|厂商 id|제조자 id`,
  'Thread(s) per core': `core bakoitzeko hari kopurua|draden per kern|dretva po jezgri|fire de execuție pe nucleu|hilo(s) de procesamiento por núcleo|số tuyến mỗi lõi|thread per core|thread(s) par cœur|thread(s) per núcleo|thread(s) pro kern|thread(s) setiap inti|tråd(ar) per kärna|tråde per kerne|tópicos por núcleo|vláken na jádro|wątków na rdzeń|çekirdek başına iş parçacığı|нити по језгру|потоков на ядро|потоків на ядро|خيوط لكل نواة|コアあたりのスレッド数|每个核的线程数|每核心執行緒數|코어 당 스레드`,
  'Core(s) per socket': `core per socket|cœur(s) par socket|inti setiap soket|jader na patici|jezgra po podnožju|kern(e) pro sockel|kern(e) pro socket|kernen per voet|kerner per sokkel|kärn(or) per uttag|nuclee pe soclu|núcleo(s) por soquete|núcleo(s) por «socket»|núcleos por socket|rdzeni na gniazdo|socket bakoitzeko core kopurua|soket başına çekirdek|số lõi mỗi đế cắm|ядер на сокет|језгра по прикључници|نوى لكل مقبس|ソケットあたりのコア数|每个座的核数|每通訊端核心數|소켓 당 코어 수`,
  'Core(s) per cluster': `cœur(s) par cluster|jader na klastr|jezgr(a/e) po klasteru|kern(e) pro cluster|kernen per cluster|kärnor per kluster|nuclee pe cluster|núcleo(s) por cluster|núcleo(s) por «cluster»|núcleos por cluster|rdzeni na klaster|ядер на кластер|језгра по кластеру|نوى لكل عنقود|クラスタあたりのコア数|클러스터 당 코어`,
  'Socket(s)': `cpu podnožja|cpu-voeten|gniazd|patic|sockel|socket|sockets|socluri|soket(ler)|sokler|soquete(s)|số đế cắm|uttag|«socket(s)»|прикључнице|сокети|сокетов|مقابس|ソケット数|座|소켓`,
  'Cluster(s)': `cluster|clustere|klaster(i)|klastrów|klastrů|kluster|«cluster(s)»|кластер(и)|кластери|عناقيد|クラスタ数|클러스터`,
  'NUMA node(s)': `modo(s) numa|nodo numa|nodo(s) de numa|nodo(s) numa|noduri numa|numa düğümü(leri)|numa nod(er)|numa noduak|numa čvor(ovi)|numa чвор(ови)|numa კვანძ(ებ)-ი|numa ノード数|numa 節點|numa 节点|numa 노드|numa-knoten|numa-knuder|numa-nodes|nó(s) de numa|nós numa|nút numa|nœud(s) numa|titik numa|uzly numa|węzłów numa|вузли numa|عقدة (عقد) numa`,
  'Hypervisor vendor': `constructeur d'hyperviseur|fabricant hipervizor|fabricante del hipervisor|fabricante do hipervisor|fabricante do hypervisor|fornecedor do hipervisor|hypervisor 供應商|hypervisor-anbieter|hypervisor-earen fabrikatzailea|hypervisorleverandør|hypervisorproducent|hypervisortillverkare|hypervizör sağlayıcı|nhà cung cấp bộ ảo hóa|pembuat hypervisor|producent hipernadzorcy|proizvođač hipervizora|výrobce hypervizoru|виробник гіпервізора|произвођач хипервизора|разработчик гипервизора|بائع فرط المراقب|ハイパーバイザのベンダー|超管理器厂商|하이퍼바이저 제조`,
  Flags: `bandeiras|banderak|bayraklar|cờ|drapeaux|fanioane|flag|flaggor|flagi|flagovi|indicadores|jelek|lipud|liput|markierungen|opcións|opções|oznake|příznaky|senyaladors|tanda|vlaggen|опције|прапорці|флаги|أعلام|ალმები|フラグ|屬性旗標|标记|플래그`,
}

const TITLES = new Map(
  Object.entries(WORDS).flatMap(([title, words]) => words.split('|').map((word) => [word, title] as const)),
)

/** A title in English; one that is not known as it is. */
export function englishTitle(title: string): string {
  return TITLES.get(title.slice(0, 100).toLowerCase().replaceAll(/\s+/g, ' ').trim()) ?? title
}
