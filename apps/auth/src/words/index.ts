export * from './descriptions.js';
export * from './language-of.js';
export * from './moments.js';
export * from './preferences.js';
export * from './sentences.js';
export * from './stories.js';
export * from './words.js';
