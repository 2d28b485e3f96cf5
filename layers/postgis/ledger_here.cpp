// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/ledger_here.hpp"

#include "layers/postgis/read_schema.hpp"
#include "layers/read/place.hpp"

namespace redline {

LedgerHere::LedgerHere(std::string const& given) : m_file(given), m_shown(given) {
  if (!is_database(given)) return;
  m_address = postgis_address(given);
  m_shown = m_address->shown;
  m_folder = std::make_unique<TemporaryFolder>();
  m_file = m_folder->file("ledger.gpkg");
  read_schema(*m_address, m_file);
}

Error LedgerHere::named(Error const& e) const {
  auto args = e.message().args;
  for (auto& arg : args)
    if (auto const at = arg.find(m_file); m_address && at != std::string::npos) arg.replace(at, m_file.size(), m_shown);
  return {e.kind(), e.message().key, std::move(args)};
}

}  // namespace redline
