import type { Story } from "./story";

const OPENAI = {
  name: "OpenAI：New embedding models and API updates",
  url: "https://openai.com/index/new-embedding-models-and-api-updates/",
};
const MRL = { name: "Kusupati 等：Matryoshka Representation Learning", url: "https://arxiv.org/abs/2205.13147" };
const ARTICLE = {
  name: "Weaviate：OpenAI’s Matryoshka Embeddings in Weaviate",
  url: "https://weaviate.io/blog/openais-matryoshka-embeddings-in-weaviate",
};
const GUIDE = { name: "OpenAI：Embeddings guide", url: "https://platform.openai.com/docs/guides/embeddings" };
const SUPABASE = {
  name: "Supabase：Matryoshka embeddings",
  url: "https://supabase.com/blog/matryoshka-embeddings",
};

/** The story in Chinese. */
export const STORY: Story = {
  language: "zh",
  stops: [
    {
      id: "embedding",
      link: "#data=wordnet-mrl-3072&k=3072",
      title: "一段文本变成一个点",
      text: [
        "每个点都是 WordNet 中一个名词及其释义，共 {rows} 个。模型把每段文本变成 {dims} 个数，含义相近的文本，向量方向也相近。",
        "你看到的是这些向量变化最大的三个方向，它们只占方差的 {explained.3072}，所以看上去相邻的点未必真的相近：单击一个点，就能看到它真正的近邻。",
      ],
      published: "这些不是 OpenAI 的向量，而是为本页面训练的一个小模型；凡是 OpenAI 的模型与此不同之处，各站都会说明。",
    },
    {
      id: "losses",
      link: "#data=wordnet-mrl-3072&k=512",
      title: "大娃娃套小娃娃：嵌套的损失",
      text: [
        "Matryoshka（套娃）嵌入里套着更短的嵌入：它的前 {losses.first} 个数本身就是一个嵌入，前 {losses.second} 个数也是。",
        "训练的目标正是如此：对每种长度各计一项损失再相加，这里的长度是 {losses}。最前面的数参与全部 {losses.count} 项损失，最后面的只参与一项，于是最重要的信息排在最前。",
      ],
      published:
        "OpenAI 称 text-embedding-3 采用了可以缩短嵌入的训练技术，并引用了 Matryoshka Representation Learning，但没有公布用了哪些长度。",
      sources: [MRL, OPENAI],
    },
    {
      id: "steps",
      link: "#data=wordnet-mrl-3072&k=512&panel=space",
      title: "轨道上的台阶",
      text: [
        "滑块的轨道画的是每一维的标准差：前 {steps.first} 维一直平在 {std.1}，之后依次降到 {std.2}、{std.3} 和 {std.4}。",
        "{steps} 处的台阶完全是从数值中找出来的，而那里正是各项损失的终点。在上方选择“WordNet · plain 1,536”：同样的文本，只有一项损失，就没有台阶。",
      ],
      published:
        "那篇文章在 text-embedding-3-large 中发现台阶也在这三处，而 text-embedding-ada-002 没有台阶；并由此推断出 OpenAI 未曾公布的长度。",
      sources: [ARTICLE],
    },
    {
      id: "sweep",
      link: "#data=wordnet-mrl-3072&k=4",
      play: true,
      title: "点云：从 4 维到全部",
      text: [
        "播放会把滑块从 4 移到 {dims}。每一幅都是前 k 维的精确 PCA，并转到与前一幅尽量一致的朝向。",
        "4 维时只有一团，三个方向就占了其中方差的 {explained.4}。到 64 维，人物和地点与植物、食物分开；到 512 维，各类已各就其位。按空格键可暂停和继续，也可自己拖动滑块。",
      ],
    },
    {
      id: "early",
      link: "#data=wordnet-mrl-3072&k=512",
      title: "512 维已能看到什么",
      text: [
        "取 512 维时，每个向量占 {bytes.short}，而不是 {bytes.full}，内存只有原来的 {bytes.share}。",
        "按全部维度得到的十个最近邻中，64 维保留 {recall.64}，256 维保留 {recall.256}，512 维保留 {recall.512}。这是刚刚在 {queries} 段文本上测得的。",
      ],
      published:
        "OpenAI 公布的是 MTEB 平均分，而不是召回率：ada-002（1,536 维）为 61.0；3-large 在 256 维为 62.0，在 3,072 维为 64.6。",
      sources: [OPENAI],
    },
    {
      id: "jitter",
      link: "#data=wordnet-mrl-3072&k=2048",
      title: "2,000 维之后：只剩抖动",
      text: [
        "从 64 维到 128 维，各点平均移动点云半径的 {octave.128}；从 256 维到 512 维为 {octave.512}，从 1,024 维到 2,048 维为 {octave.2048}。由此直到最后，只有 {end.2048}：最后三分之一的维度只占方差的 {energy.tail}。",
        "不过也要看近邻列表：在 2,048 维时，一段文本的十个最近邻保留了 {recall.2048}，谁排第十，仍由尾部的维度决定。",
      ],
    },
    {
      id: "unit",
      link: "#data=wordnet-mrl-3072&k=512&mode=unit",
      title: "先截断，再缩放到长度 1",
      text: [
        "长度为 1 的向量截断到 512 维后，这里各段文本的长度从 {length.least} 到 {length.most} 不等。余弦不受影响，点积则不然：它偏向前面的数碰巧较大的文本。",
        "所以截断之后要重新缩放到长度 1。下方的“归一化”对每段文本都这样做，点云则是所得结果的 PCA。",
      ],
      published: "OpenAI 的“dimensions”参数返回的短向量长度为 1。自行截断已存储的向量，就要自己缩放；指南中有做法。",
      sources: [GUIDE],
    },
    {
      id: "models",
      link: "#data=wordnet-mrl-3072&k=1536&panel=compare&compare=wordnet-mrl-1536",
      title: "两个模型不能混用",
      text: [
        "旁边是“WordNet · Matryoshka 1,536”：同样的文本、同样的训练方法，只是随机种子不同。它的数值与这里的前 1,536 维毫不相关，余弦的均值为 {models.cosine}（{models.low} 至 {models.high}）：每次训练都从随机状态开始，坐标轴各异。",
        "然而两者所知的内容大致相同：一段文本的十个最近邻，两者共有 {models.overlap}。所以不同模型的向量不能放在一起搜索；更换模型，就要把所有文本重新嵌入。",
      ],
    },
    {
      id: "choose",
      link: "#data=wordnet-mrl-3072&k=512&panel=retrieval",
      title: "花费多少，如何选择",
      text: [
        "一百万个 {dims} 维的 float32 向量要占 {million.full}；取 512 维，则为 {million.short}。短向量足以应付大多数用途：十个最近邻保留了 {recall.512}。",
        "如果还不够，就先用短向量查出 {twopass.shortlist} 个候选，再按完整向量排序：十个最近邻中有 {twopass} 在候选之内，这是在 {twopass.queries} 段文本上测得的。选定之前，请用自己的数据测一测。",
      ],
      published:
        "在一百万段 DBpedia 文本和 3-large 上，Supabase 先用 512 维、再用 3,072 维，找到了十个最近邻中的 99%。",
      sources: [SUPABASE],
    },
  ],
};
