# The server, from a clone:  docker build -t groundcheck .
# docker run -p 127.0.0.1:8000:8000 -v groundcheck:/data -e GROUNDCHECK_TOKEN groundcheck
FROM python:3.12-slim AS built
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY src src
RUN python -m venv /opt/groundcheck \
 && /opt/groundcheck/bin/pip install --no-cache-dir --constraint constraints.txt .

FROM python:3.12-slim
RUN useradd --system --home-dir /data --create-home --uid 10001 groundcheck
COPY --from=built /opt/groundcheck /opt/groundcheck
ENV GROUNDCHECK_LEDGER=/data/ledger.sqlite GROUNDCHECK_STORE=/data/layers.sqlite \
    PYTHONDONTWRITEBYTECODE=1 PATH=/opt/groundcheck/bin:$PATH
USER groundcheck
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", \
  "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["groundcheck"]
CMD ["serve", "--host", "0.0.0.0"]
