import { AdminModal } from 'adminjs/lib/frontend/components/app/admin-modal.js';
import {
  DashboardRoute,
  PageRoute,
  RecordActionRoute,
  ResourceActionRoute,
  ResourceRoute,
} from 'adminjs/lib/frontend/components/routes/index.js';
import { useHistoryListen } from 'adminjs';
import React, { useEffect, useState } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { useWords } from '../kit/words.js';
import { ImpersonationBanner } from './impersonation-banner.jsx';
import { Notices } from './notices.jsx';
import { Sidebar } from './sidebar.jsx';
import { TopBar } from './top-bar.jsx';

/** AdminJS' routes in landmarks of our own: a way past the navigation, the navigation, the bar above, and the content. */
export function Application() {
  const { say } = useWords();
  const location = useLocation();
  const [isMenuOpen, setMenuOpen] = useState(false);
  useHistoryListen();
  useEffect(() => setMenuOpen(false), [location]);
  return (
    <div className="p-app">
      <a className="p-skip" href="#content">
        {say('shell.skip')}
      </a>
      <Sidebar isOpen={isMenuOpen} />
      {isMenuOpen && <div className="p-veil" onClick={() => setMenuOpen(false)} />}
      <div className="p-column">
        <TopBar isMenuOpen={isMenuOpen} onMenu={() => setMenuOpen(!isMenuOpen)} />
        <ImpersonationBanner />
        <Notices />
        <main id="content" tabIndex={-1}>
          <PanelRoutes />
        </main>
      </div>
      <AdminModal />
    </div>
  );
}

function PanelRoutes() {
  const { rootPath } = window.REDUX_STATE.paths;
  const resource = `${rootPath}/resources/:resourceId`;
  return (
    <Routes>
      <Route path={rootPath} element={<DashboardRoute />} />
      <Route path={resource} element={<ResourceRoute />} />
      <Route path={`${resource}/actions/:actionName`} element={<ResourceActionRoute />} />
      <Route path={`${resource}/records/:recordId/:actionName`} element={<RecordActionRoute />} />
      <Route path={`${rootPath}/pages/:pageName`} element={<PageRoute />} />
      <Route path="*" element={<DashboardRoute />} />
    </Routes>
  );
}
