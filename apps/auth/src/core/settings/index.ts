export * from './live-settings.js';
export * from './setting.entity.js';
export * from './setting.repository.js';
export * from './settings.module.js';
