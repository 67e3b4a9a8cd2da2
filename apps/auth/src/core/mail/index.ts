export * from './mail-delivery.js';
export * from './mail-kinds.js';
export * from './mail-log.js';
export * from './mail-outbox.js';
export * from './mail-templates.js';
export * from './mail.module.js';
export * from './mail.view.js';
export * from './outgoing-mail.entity.js';
