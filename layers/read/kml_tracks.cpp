// SPDX-License-Identifier: Apache-2.0
#include "layers/read/kml_tracks.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <vector>

#include "engine/core/error.hpp"
#include "layers/read/line_blocks.hpp"

namespace redline {
namespace {

constexpr std::string_view TRACK = "<gx:Track", END = "</gx:Track>", POINT = "<gx:coord", TIME = "<when";
constexpr std::array<std::string_view, 2> LINKS{"<NetworkLink>", "<NetworkLink "};
constexpr std::string_view NO_TIME = "<when></when>";

std::size_t count(std::string_view text, std::string_view tag) {
  std::size_t n = 0;
  for (auto at = text.find(tag); at != std::string_view::npos; at = text.find(tag, at + tag.size())) ++n;
  return n;
}

std::string without_comments(std::string text) {
  constexpr std::string_view BEGIN = "<!--", CLOSE = "-->";
  for (auto at = text.find(BEGIN); at != std::string::npos; at = text.find(BEGIN, at)) {
    auto const end = text.find(CLOSE, at);
    text.erase(at, end == std::string::npos ? end : end + CLOSE.size() - at);
  }
  return text;
}

// The text with as many times as points in each track.
std::string mended(std::string_view text, int& tracks) {
  std::string out;
  for (auto end = text.find(END); end != std::string_view::npos; end = text.find(END)) {
    auto const before = text.substr(0, end);
    auto const begin = before.rfind(TRACK);
    auto const track = begin == std::string_view::npos ? std::string_view{} : before.substr(begin);
    auto const points = count(track, POINT), times = count(track, TIME);
    out += before;
    if (times < points) ++tracks;
    for (auto n = times; n < points; ++n) out += NO_TIME;
    out += END;
    text.remove_prefix(end + END.size());
  }
  return out.append(text);
}

bool holds_track(std::string const& path) {
  bool found = false;
  each_block(path, [&](std::string_view block) { found = found || block.find(TRACK) != std::string_view::npos; });
  return found;
}

std::string whole(std::string const& path) {
  std::string out;
  each_block(path, [&](std::string_view block) { out += block; });
  return out;
}

bool lacks_times(std::string const& path) {
  int tracks = 0;
  if (holds_track(path)) mended(without_comments(whole(path)), tracks);
  return tracks > 0;
}

bool has_links(std::string const& path) {
  auto const links = [](std::string_view text) {
    return std::any_of(LINKS.begin(), LINKS.end(), [&](auto tag) { return text.find(tag) != std::string_view::npos; });
  };
  bool found = false;
  each_block(path, [&](std::string_view block) { found = found || links(block); });
  return found && links(without_comments(whole(path)));
}

// What a link leads to is not read.
void refuse_links(std::string const& path, std::string const& shown) {
  if (has_links(path)) throw Error(ErrorKind::input, "read.kml_link", {shown});
}

// GDAL's reader takes the first KML of an archive, or those that its links name; it leaves out the others.
void refuse_left_out(std::string const& root, std::vector<std::string> const& names, std::string const& shown) {
  auto const main = std::find_if(names.begin(), names.end(), [&](auto const& n) { return has_links(root + "/" + n); });
  auto const text = main == names.end() ? std::string() : without_comments(whole(root + "/" + *main));
  std::string all;
  bool left_out = false;
  for (auto const& name : names) {
    all += (all.empty() ? "" : ", ") + name;
    left_out =
        left_out || (main == names.end() ? name != names.front() : name != *main && text.find(name) == text.npos);
  }
  if (left_out) throw Error(ErrorKind::input, "read.kmz_several", {shown, std::to_string(names.size()), all});
  if (main != names.end() && names.size() <= count(text, LINKS[0]) + count(text, LINKS[1]))
    throw Error(ErrorKind::input, "read.kml_link", {shown});  // more links than files beside it
}

void look_into_kmz(std::string const& path, std::string const& shown) {
  auto const root = "/vsizip/{" + path + "}";
  CPLStringList const files(VSIReadDirRecursive(root.c_str()), TRUE);
  std::vector<std::string> names;
  for (int i = 0; i < files.size(); ++i) {
    if (!EQUAL(CPLGetExtension(files[i]), "kml")) continue;
    names.emplace_back(files[i]);
    if (lacks_times(root + "/" + files[i])) throw Error(ErrorKind::input, "read.kmz_track", {shown, files[i]});
  }
  refuse_left_out(root, names, shown);
}

}  // namespace

OpenableKml kml_with_times(std::string const& path, std::string const& shown) {
  OpenableKml out{path, 0, nullptr};
  if (EQUAL(CPLGetExtension(path.c_str()), "kmz")) {
    look_into_kmz(path, shown);
    return out;
  }
  refuse_links(path, shown);
  if (!holds_track(path)) return out;
  auto const text = mended(without_comments(whole(path)), out.tracks);
  if (out.tracks == 0) return out;
  out.memory = std::make_shared<MemoryFile>(path, ".kml");
  out.memory->append(text);
  out.memory->close();
  out.path = out.memory->path();
  return out;
}

}  // namespace redline
