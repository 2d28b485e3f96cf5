// The files that a source is read from and the SHA-256 of their bytes, in order of name: a geodatabase is all files of
// its folder, and with a file go those that GDAL reads beside it (the parts of a shapefile or of a MapInfo table, .mid,
// .csvt, …), whatever the case of their letters. Databases and the like have none: the SHA-256 is empty. A hash stops
// with Error(interrupted) when the run is, or when `stop` is asked for.
// SourceHashes takes those of many sources on a thread of its own, and stops it when it is thrown away.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <future>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace redline {

std::vector<std::filesystem::path> files_of_source(std::string const& path);
std::string sha256_of_source(std::string const& path, std::stop_token const& stop = {});
bool reads_elsewhere(std::string const& path);  // a file that only says which others to read

class SourceHashes {
 public:
  SourceHashes(std::vector<std::string> paths, int threads);
  ~SourceHashes() { m_stop.request_stop(); }
  SourceHashes(SourceHashes const&) = delete;
  SourceHashes& operator=(SourceHashes const&) = delete;
  std::map<std::string, std::string> get() { return m_by_path.get(); }  // by path; waits; once

 private:
  std::stop_source m_stop;
  std::future<std::map<std::string, std::string>> m_by_path;
};

}  // namespace redline
