import type { Story } from "./story";

const OPENAI = {
  name: "OpenAI: New embedding models and API updates",
  url: "https://openai.com/index/new-embedding-models-and-api-updates/",
};
const MRL = { name: "Kusupati et al.: Matryoshka Representation Learning", url: "https://arxiv.org/abs/2205.13147" };
const ARTICLE = {
  name: "Weaviate: OpenAI’s Matryoshka Embeddings in Weaviate",
  url: "https://weaviate.io/blog/openais-matryoshka-embeddings-in-weaviate",
};
const GUIDE = { name: "OpenAI: Embeddings guide", url: "https://platform.openai.com/docs/guides/embeddings" };
const SUPABASE = {
  name: "Supabase: Matryoshka embeddings",
  url: "https://supabase.com/blog/matryoshka-embeddings",
};

/** The story in English. */
export const STORY: Story = {
  language: "en",
  stops: [
    {
      id: "embedding",
      link: "#data=wordnet-mrl-3072&k=3072",
      title: "A text becomes a point",
      text: [
        "Each point is one of {rows} nouns of WordNet with its definition. A model has turned each text into {dims} numbers, so that texts of like meaning point the same way.",
        "You see the three directions in which these vectors vary most. They hold {explained.3072} of the variance, so what looks close need not be: click a point for its true neighbours.",
      ],
      published:
        "These are not OpenAI’s vectors. A small model was trained for this page; where OpenAI’s differ, the stop says so.",
    },
    {
      id: "losses",
      link: "#data=wordnet-mrl-3072&k=512",
      title: "Dolls in dolls: nested losses",
      text: [
        "A Matryoshka embedding holds shorter ones: its first {losses.first} numbers are an embedding too, and so are its first {losses.second}.",
        "Training asks for just that. It adds up one loss for each size, here {losses}. The first numbers count in all {losses.count} of them, the last in one, so what matters most goes first.",
      ],
      published:
        "OpenAI says that text-embedding-3 was trained with a technique that lets embeddings be shortened, and cites Matryoshka Representation Learning. It has not said for which sizes.",
      sources: [MRL, OPENAI],
    },
    {
      id: "steps",
      link: "#data=wordnet-mrl-3072&k=512&panel=space",
      title: "The steps in the track",
      text: [
        "The track of the slider is the standard deviation of each dimension. It lies flat at {std.1} up to {steps.first} and then falls to {std.2}, {std.3} and {std.4}.",
        "The steps at {steps} were found in the numbers alone. They are where the losses end. Choose “WordNet · plain 1,536” above: the same texts, one loss, no step.",
      ],
      published:
        "The article finds steps at the same three places in text-embedding-3-large, and none in text-embedding-ada-002. From them it reads the sizes that OpenAI has not told.",
      sources: [ARTICLE],
    },
    {
      id: "sweep",
      link: "#data=wordnet-mrl-3072&k=4",
      play: true,
      title: "The cloud from 4 to all",
      text: [
        "Play takes the slider from 4 to {dims}. Each picture is the exact PCA of the first k dimensions, turned as little as can be from the one before.",
        "At 4 there is one ball, and three directions hold {explained.4} of it. By 64 people and places part from plants and food, by 512 the groups stand where they stay. Space stops and goes on; drag to go by hand.",
      ],
    },
    {
      id: "early",
      link: "#data=wordnet-mrl-3072&k=512",
      title: "What 512 already shows",
      text: [
        "At 512 dimensions a vector costs {bytes.short} in place of {bytes.full}, {bytes.share} of the memory.",
        "Of a text’s ten nearest neighbours by all dimensions, 64 keep {recall.64}, 256 keep {recall.256} and 512 keep {recall.512}, measured just now on {queries} texts.",
      ],
      published:
        "OpenAI publishes MTEB averages, which are no recall: 61.0 for ada-002 at 1,536 dimensions; 62.0 for 3-large at 256 and 64.6 at 3,072.",
      sources: [OPENAI],
    },
    {
      id: "jitter",
      link: "#data=wordnet-mrl-3072&k=2048",
      title: "After 2,000: jitter",
      text: [
        "From 64 to 128 dimensions the points move by {octave.128} of the cloud’s radius, from 256 to 512 by {octave.512}, from 1,024 to 2,048 by {octave.2048}. From there to the end, by {end.2048}: the last third of the dimensions holds {energy.tail} of the variance.",
        "Look at the lists too, though. At 2,048 a text keeps {recall.2048} of its ten nearest neighbours: the tail still decides who is tenth.",
      ],
    },
    {
      id: "unit",
      link: "#data=wordnet-mrl-3072&k=512&mode=unit",
      title: "Cut, then scale to length 1",
      text: [
        "A vector of length 1 that is cut to 512 has a length from {length.least} to {length.most} here, by its text. Cosine does not mind. A dot product does: it favours texts whose first numbers happen to be large.",
        "So scale to length 1 again after cutting. “Unit”, below, does that for every text, and the cloud is the PCA of the result.",
      ],
      published:
        "OpenAI’s “dimensions” parameter returns short vectors of length 1. Who cuts a stored vector must scale it; the guide shows how.",
      sources: [GUIDE],
    },
    {
      id: "models",
      link: "#data=wordnet-mrl-3072&k=1536&panel=compare&compare=wordnet-mrl-1536",
      title: "Two models do not mix",
      text: [
        "Beside it lies “WordNet · Matryoshka 1,536”: the same texts, trained in the same way from another seed. Its numbers and the first 1,536 here are unrelated, their mean cosine is {models.cosine} ({models.low} to {models.high}): each training begins at random and finds its own axes.",
        "Yet the two know much the same: they share {models.overlap} of a text’s ten nearest neighbours. So vectors of two models cannot be searched together, and who changes the model embeds all texts anew.",
      ],
    },
    {
      id: "choose",
      link: "#data=wordnet-mrl-3072&k=512&panel=retrieval",
      title: "What it costs, what to choose",
      text: [
        "A million vectors of {dims} float32 numbers take {million.full}; of 512, {million.short}. Most uses can do with the short ones: they keep {recall.512} of the ten nearest.",
        "If yours cannot, search the short vectors for {twopass.shortlist} and rank those by the whole ones: {twopass} of the ten are among them, measured on {twopass.queries} texts. Measure it on your own before you choose.",
      ],
      published:
        "On a million DBpedia texts with 3-large, Supabase found 99 % of the ten nearest by 512 dimensions first and 3,072 after.",
      sources: [SUPABASE],
    },
  ],
};
