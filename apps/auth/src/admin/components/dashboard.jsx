import { ApiClient } from 'adminjs';
import { Box, H2, H4, Icon, Text } from '@adminjs/design-system';
import React, { useEffect, useState } from 'react';

/** One count with a link to what it counts. */
function Card({ label, icon, count, hint, href }) {
  return (
    <Box
      as="a"
      href={href}
      bg="container"
      p="xl"
      style={{ color: 'inherit', textDecoration: 'none', borderRadius: 8, border: '1px solid #e3e6ea' }}
    >
      <Box flex alignItems="center" mb="default">
        <Icon icon={icon} color="primary100" size={20} />
        <Text ml="default" color="grey80">
          {label}
        </Text>
      </Box>
      <H2 mb="sm" color="grey100">
        {count}
      </H2>
      <Text color="grey60">{hint}</Text>
    </Box>
  );
}

/** The first page: how much there is of everything, as far as one may see it. */
export function PanelDashboard() {
  const [overview, setOverview] = useState();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    new ApiClient().getDashboard().then(
      ({ data }) => setOverview(data),
      () => setFailed(true),
    );
  }, []);
  return (
    <Box p={['default', 'xxl']} data-testid="panel-dashboard">
      <H4 mb="xl">
        {overview ? `Logged in as ${overview.email}` : failed ? 'The overview could not be read.' : ' '}
      </H4>
      <Box style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}>
        {overview?.cards.map((card) => (
          <Card key={card.href} {...card} />
        ))}
      </Box>
    </Box>
  );
}
