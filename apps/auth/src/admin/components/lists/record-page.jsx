import React from 'react';
import { Navigate } from 'react-router-dom';

/** Leads from a line of a list to the page that shows the record, or from a list to the page that changes many of them. */
export function PanelRecordPage({ action, record }) {
  const { rootPath } = window.REDUX_STATE.paths;
  return (
    <Navigate replace to={`${rootPath}/pages/${action.custom.page}${record ? `?id=${record.id}` : ''}`} />
  );
}
