export * from './visibility/index.js';
