import fc from "fast-check";

// The same draws everywhere: a property that holds for one who tries a change holds for one who builds it. Other draws
// are for whoever looks for what breaks: `PROPERTY_SEED=$RANDOM npm run test:unit`.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 3072) });
