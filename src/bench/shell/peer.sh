#!/usr/bin/env bash
# What an engineer writes in an afternoon: upload, submit, poll and fetch with curl, several rows side by side.
# It has no ledger: after a crash it pays for every row again that has no video yet, it knows no budget, and an answer
# that is lost is a render paid and lost. It polls once a second, whatever that costs in rate.
# usage: peer.sh SERVICE BUCKET MANIFEST ASSETS OUT ROWS-AT-ONCE
set -euo pipefail
export service=$1 bucket=$2 assets=$4 out=$5
manifest=$3 at_once=$6
mkdir -p "$out"

put() {
  curl -sS -f -T "$assets/$1" --aws-sigv4 aws:amz:us-east-1:s3 \
    --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" "$bucket/$1"
}

call() { curl -sS -H "Authorization: Bearer $CALLSHEET_API_KEY" -H 'Content-Type: application/json' "$@"; }

word() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

render() {
  IFS=, read -r key character performance prompt <<<"$1"
  [ ! -e "$out/$key.mp4" ] || return 0
  body=$(printf '{"model":"kling-3.0-motion-control","input":{"image_urls":["%s"],"video_urls":["%s"],"character_orientation":"video","resolution":"720p","prompt":"%s"}}' \
    "$bucket/$character" "$bucket/$performance" "$prompt")
  until task=$(call -d "$body" "$service/api/generate/submit" | word task_id) && [ -n "$task" ]; do
    sleep 1
  done
  until sleep 1 && file=$(call "$service/api/generate/status/$task" | word file_url) && [ -n "$file" ]; do :; done
  curl -sS -f -o "$out/$key.part" "$file"
  mv "$out/$key.part" "$out/$key.mp4"
}

export -f put call word render
tail -n +2 "$manifest" | cut -d, -f2,3 | tr , '\n' | sort -u | xargs -P 8 -I{} bash -c 'put "$1"' _ {}
tail -n +2 "$manifest" | xargs -P "$at_once" -d '\n' -I{} bash -c 'render "$1"' _ {}
