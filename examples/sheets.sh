#!/usr/bin/env bash
# Draws the pictures beside these specs anew, all of them or those that are named:  examples/sheets.sh [edge audit ...]
# faces.jpg, the picture of the README, is made of two sheets and is not among them.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

sheet() { # SPEC PICTURE ARGUMENT...
  local spec=$1 picture=$2
  shift 2
  ./limner preview "examples/$spec.yaml" --out "examples/$picture.jpg" "$@"
}

join() (
  IFS=,
  printf '%s' "$*"
)
range() { seq -s, "$1" "$2"; } # FIRST LAST

draw() {
  case $1 in
    quickstart) sheet quickstart quickstart --count 16 --columns 8 --tile 128 ;;
    frontal) sheet frontal frontal --count 16 --columns 8 --tile 128 ;;
    cameras) sheet cameras cameras --ids "$(range 0 9)" --columns 5 --tile 192 --landmarks ;;
    landmarks-300w) sheet landmarks-300w landmarks-300w --ids "$(range 0 4),$(range 2500 2504),$(range 5000 5004),$(range 7500 7504)" --columns 10 --tile 128 --landmarks ;;
    audit) sheet audit audit --ids "$(audit)" --columns 10 --tile 88 ;;
    in-cabin) sheet in-cabin in-cabin --count 18 --columns 6 --tile 192 ;;
    multi-view) sheet multi-view multi-view --ids "$(range 45 53)" --columns 3 --tile 192 ;;
    wear) sheet wear wear --count 20 --columns 5 --tile 192 ;;
    edge)
      sheet edge edge --ids "0,20,40,60,80,100,120,$(sevens 140 420 700 2100)" --columns 7 --tile 88
      sheet edge edge-occlusion --ids "$(sevens 980 1260 1540 1620 1820)" --columns 7 --tile 88
      ;;
    gallery/age | gallery/camera | gallery/wear) sheet "$1" "$1" --count 24 --columns 8 --tile 160 --no-captions ;;
    gallery/background | gallery/beard) sheet "$1" "$1" --count 18 --columns 9 --tile 144 --no-captions ;;
    gallery/expression) sheet "$1" "$1" --count 28 --columns 7 --tile 176 --no-captions ;;
    gallery/hair) sheet "$1" "$1" --count 33 --columns 11 --tile 128 --no-captions ;;
    gallery/identity) sheet "$1" "$1" --count 32 --columns 8 --tile 160 --no-captions ;;
    gallery/light) sheet "$1" "$1" --count 26 --columns 13 --tile 112 --no-captions ;;
    gallery/tone) sheet "$1" "$1" --count 30 --columns 10 --tile 128 --no-captions ;;
    *)
      echo "examples/sheets.sh: there is no sheet of $1; known are ${all[*]}" >&2
      exit 2
      ;;
  esac
}

# Rows of seven, from the first face of each variant; of variants with fewer than seven steps, what follows.
sevens() { # FIRST...
  local first ids=()
  for first in "$@"; do ids+=("$(range "$first" $((first + 6)))"); done
  join "${ids[@]}"
}

# A column for each tone; women and men, without and with a beard.
audit() {
  local ids=() row
  # The grids turn from the last name to the first: ten tones, two sexes, four ages, without and with a beard.
  for row in 20 50 110 120; do
    for tone in 0 1 2 3 4 5 6 7 8 9; do ids+=($((row + tone))); done
  done
  join "${ids[@]}"
}

all=(quickstart frontal cameras landmarks-300w audit in-cabin multi-view wear edge
  gallery/{identity,age,tone,hair,beard,expression,wear,light,camera,background})
(($# > 0)) || set -- "${all[@]}"
for name in "$@"; do draw "$name"; done
