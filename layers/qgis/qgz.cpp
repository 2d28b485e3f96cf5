// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/qgz.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <atomic>
#include <memory>
#include <string>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {
namespace {

// QGIS takes the first .qgs it finds; a plain name spares every zip reader the question of encodings.
constexpr char const* INSIDE = "project.qgs";
constexpr GIntBig MOST_BYTES = GIntBig{512} * 1024 * 1024;  // a project of a few megabytes is a large one

// A copy in memory, under a name without the braces that GDAL reads as its own.
class InMemory {
 public:
  explicit InMemory(std::string const& path) {
    static std::atomic<unsigned> count{0};
    GByte* bytes = nullptr;
    vsi_l_offset size = 0;
    if (!VSIIngestFile(nullptr, path.c_str(), &bytes, &size, MOST_BYTES)) return;
    m_name = "/vsimem/redline-" + std::to_string(count++) + ".qgz";
    VSIFCloseL(VSIFileFromMemBuffer(m_name.c_str(), bytes, size, TRUE));
  }
  ~InMemory() {
    if (!m_name.empty()) VSIUnlink(m_name.c_str());
  }
  InMemory(InMemory const&) = delete;
  InMemory& operator=(InMemory const&) = delete;
  std::string folder() const { return "/vsizip/{" + m_name + "}"; }

 private:
  std::string m_name;
};

}  // namespace

void write_qgz(std::string const& path, std::string const& project_xml, bool overwrite) {
  AtomicFile file(path, overwrite);
  GdalErrors errors;
  void* zip = CPLCreateZip(file.temporary().c_str(), nullptr);
  bool good = zip && CPLCreateFileInZip(zip, INSIDE, nullptr) == CE_None &&
              CPLWriteFileInZip(zip, project_xml.data(), static_cast<int>(project_xml.size())) == CE_None;
  good = good && CPLCloseFileInZip(zip) == CE_None;
  if (zip) good = CPLCloseZip(zip) == CE_None && good;
  if (!good) throw Error(ErrorKind::output, "write.failed", {path, errors.first()});
  file.publish();
}

std::string read_qgz(std::string const& path) {
  GdalErrors const quiet;
  InMemory const copy(path);
  auto const folder = copy.folder(), inside_of = folder + "/";
  CPLStringList const inside(VSIReadDir(folder.c_str()));
  for (int i = 0; i < inside.size(); ++i) {
    std::string const name = inside[i];
    if (!name.ends_with(".qgs")) continue;
    vsi_l_offset size = 0;
    GByte* bytes = nullptr;
    if (!VSIIngestFile(nullptr, (inside_of + name).c_str(), &bytes, &size, MOST_BYTES)) break;
    std::unique_ptr<GByte, decltype(&VSIFree)> const owner(bytes, &VSIFree);
    return {reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size)};
  }
  throw Error(ErrorKind::input, "style.no_source", {path});
}

}  // namespace redline
