// A ledger as a file, wherever it lies: a GeoPackage is itself; one in PostGIS ("PG:… schemas=NAME") is brought into a
// folder of its own, private and gone with the object. shown(): as messages and reports name it, without a password;
// read() does what reads file(), and errors of it name shown() instead. Errors: read_schema's.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "layers/postgis/address.hpp"
#include "layers/write/temporary_folder.hpp"

namespace redline {

class LedgerHere {
 public:
  explicit LedgerHere(std::string const& given);
  template <typename Work>
  auto read(Work const& work) const {
    try {
      return work(m_file);
    } catch (Error const& e) {
      throw named(e);
    }
  }
  std::string const& file() const { return m_file; }
  std::string const& shown() const { return m_shown; }
  std::optional<PostgisAddress> const& address() const { return m_address; }  // of one in PostGIS

 private:
  Error named(Error const& e) const;
  std::string m_file, m_shown;
  std::optional<PostgisAddress> m_address;
  std::unique_ptr<TemporaryFolder> m_folder;
};

}  // namespace redline
