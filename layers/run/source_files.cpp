// SPDX-License-Identifier: Apache-2.0
#include "layers/run/source_files.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/core/interrupt.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

std::string lower(std::string text) {  // as MapInfo and Windows compare names; other letters stay as they are
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// What GDAL reads beside a file, by its ending.
Names const& companions(std::string const& ending) {
  static std::map<std::string, Names> const of{
      {".shp", {".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".idm", ".ind"}},
      {".tab", {".dat", ".map", ".id", ".ind", ".dbf"}},
      {".mif", {".mid"}},
      {".csv", {".csvt", ".prj"}},
      {".tsv", {".csvt", ".prj"}},
      {".txt", {".csvt", ".prj"}},
      {".gml", {".gfs", ".xsd"}}};
  static Names const none;
  auto const it = of.find(ending);
  return it == of.end() ? none : it->second;
}

std::vector<fs::path> regular_files(fs::path const& folder) {
  std::vector<fs::path> out;
  for (auto const& e : fs::directory_iterator(folder))
    if (e.is_regular_file()) out.push_back(e.path());
  return out;
}

std::vector<fs::path> with_companions(fs::path const& path) {
  std::vector<fs::path> out{path};
  auto const& endings = companions(lower(path.extension().string()));
  if (endings.empty()) return out;
  auto const stem = lower(path.stem().string());
  for (auto const& file : regular_files(path.has_parent_path() ? path.parent_path() : "."))
    if (lower(file.stem().string()) == stem && endings.count(lower(file.extension().string())) > 0 &&
        file.filename() != path.filename())
      out.push_back(path.has_parent_path() ? file : file.filename());
  return out;
}

void add_file(Sha256& hash, fs::path const& path, std::stop_token const& stop) {
  std::ifstream in(path, std::ios::binary);
  std::vector<char> buffer(1 << 16);  // stays in the processor's cache between reading and hashing: half the time
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    throw_if_interrupted();
    if (stop.stop_requested()) throw Error(ErrorKind::interrupted, "run.interrupted");
    hash.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  }
}

std::map<std::string, std::string> hashes(std::vector<std::string> const& paths, std::stop_token const& stop) {
  std::map<std::string, std::string> out;
  for (auto const& path : paths)
    if (auto const [it, fresh] = out.try_emplace(path); fresh) it->second = sha256_of_source(path, stop);
  return out;
}

}  // namespace

std::vector<fs::path> files_of_source(std::string const& source) {
  fs::path const path(source);
  std::error_code absent;
  std::vector<fs::path> out;
  if (fs::is_directory(path, absent))
    out = regular_files(path);
  else if (fs::is_regular_file(path, absent))
    out = with_companions(path);
  std::sort(out.begin(), out.end());
  return out;
}

std::string sha256_of_source(std::string const& path, std::stop_token const& stop) {
  auto const files = files_of_source(path);
  if (files.empty()) return {};
  Sha256 hash;
  for (auto const& f : files) add_file(hash, f, stop);
  return hash.hex();
}

// A VRT, or a table of MapInfo that is a view or made of others.
bool reads_elsewhere(std::string const& path) {
  constexpr std::size_t HEAD = 1 << 16;
  auto const ending = lower(fs::path(path).extension().string());
  if (ending != ".tab") return ending == ".vrt";
  std::ifstream in(path, std::ios::binary);
  std::string head(HEAD, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  auto const text = lower(std::move(head));
  return text.find("open table") != std::string::npos || text.find("\\isseamless\" = \"true") != std::string::npos;
}

SourceHashes::SourceHashes(std::vector<std::string> paths, int threads)
    : m_by_path(std::async(threads > 1 ? std::launch::async : std::launch::deferred,
                           [paths = std::move(paths), stop = m_stop.get_token()] { return hashes(paths, stop); })) {}

}  // namespace redline
