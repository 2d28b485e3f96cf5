// Parts of a figure that were sent back: a site reported ground that a figure of another site (or of the reserve)
// contains, and it was sent back since. What was sent back is taken from that figure, too, unless the figure says by
// its own day that it is later; reported anew as a part, it is given back. Finding: restoration.part_sent_back.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/site_account.hpp"

namespace redline {

using SiteAccounts = std::unordered_map<char const*, SiteAccount>;  // by the address of the name

class PartsBack {
 public:
  PartsBack(SiteAccounts& accounts, Relations const& relations) : m_accounts(accounts), m_relations(relations) {}
  void follow(RestorationRecord const& r, SiteAccount const& account);  // after the account has taken the record
  void tell(Findings& findings) const;

 private:
  struct Taken {
    RestorationRecord const *part, *row, *whole;
    Amount amount;
  };
  void take(RestorationRecord const& row, SiteAccount::PartBack const& back);
  void give_back(RestorationRecord const& r);
  void forget(std::string_view site);  // its figure stands anew

  SiteAccounts& m_accounts;
  Relations const& m_relations;
  std::vector<Taken> m_taken;
};

}  // namespace redline
