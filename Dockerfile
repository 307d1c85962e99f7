# The files it copies have been run by hand as it runs them: as nobody in particular, without capabilities, the folder
# read-only, on the embedded database and with PostgreSQL and Meilisearch. The project's own checks build no image.

FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN node lib/cli/firebreak.mjs build && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
# FIREBREAK_PREPARED: everything was made above, so a start neither installs nor builds and needs to write only to /data.
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    FIREBREAK_PREPARED=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/content ./content
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/prisma/policies.sql ./prisma/policies.sql
COPY --from=build /app/lib/cli/firebreak.mjs ./lib/cli/firebreak.mjs
COPY --from=build /app/.next/standalone ./.next/standalone
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The process itself receives the signals: no shell and no npm in between.
ENTRYPOINT ["node", "lib/cli/firebreak.mjs"]
CMD ["start"]
