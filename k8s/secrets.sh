#!/bin/sh
# Prints the Secrets with the database's logins, each with a new random password:
#
#   k8s/secrets.sh | kubectl create --namespace minigram -f -
#
# leaves those that are there already as they are, and nothing lies in a file. With --without-owner
# that of the owner is left out, where PostgreSQL has one already.
set -eu

# name of the Secret, name of the role
secret() {
  cat <<EOF
---
apiVersion: v1
kind: Secret
metadata:
  name: $1
  labels:
    app.kubernetes.io/part-of: minigram
type: kubernetes.io/basic-auth
stringData:
  username: "$2"
  password: "$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')"
EOF
}

if [ "${1:-}" != --without-owner ]; then
  secret database-owner minigram_owner
fi
secret ingest-service-database ingest_service
secret insights-service-database insights_service
secret bot-detector-database bot_detector
secret ingest-service-migration facts_migrator
secret insights-service-migration insights_migrator
secret bot-detector-migration moderation_migrator
