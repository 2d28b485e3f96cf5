// SPDX-License-Identifier: Apache-2.0
#include "layers/report/zip.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/core/error.hpp"

namespace redline {
namespace {

constexpr std::size_t PIECE = 1 << 20;

bool add(void* archive, ZipEntry const& entry) {
  if (CPLCreateFileInZip(archive, entry.first.c_str(), nullptr) != CE_None) return false;
  for (std::size_t at = 0; at < entry.second.size(); at += PIECE)
    if (CPLWriteFileInZip(archive, entry.second.data() + at,
                          static_cast<int>(std::min(PIECE, entry.second.size() - at))) != CE_None)
      return false;
  return CPLCloseFileInZip(archive) == CE_None;
}

}  // namespace

std::string zip(std::vector<ZipEntry> const& entries, std::string const& for_path) {
  auto const name = fmt::format("/vsimem/redline-report-{}.zip", fmt::ptr(&entries));
  auto* const archive = CPLCreateZip(name.c_str(), nullptr);
  bool good = archive != nullptr;
  for (auto const& e : entries) good = good && add(archive, e);
  good = archive != nullptr && CPLCloseZip(archive) == CE_None && good;
  vsi_l_offset size = 0;
  std::unique_ptr<GByte, decltype(&CPLFree)> const bytes(VSIGetMemFileBuffer(name.c_str(), &size, TRUE), CPLFree);
  if (!good || !bytes) throw Error(ErrorKind::output, "write.failed", {for_path, "ZIP"});
  return {reinterpret_cast<char const*>(bytes.get()), static_cast<std::size_t>(size)};
}

}  // namespace redline
