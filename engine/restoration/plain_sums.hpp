// New figures of one line without polygon: what counts of them where several may speak of the same ground. What two
// files say of one day in the same words is one report: of each file the figures add up, and the larger sum counts. So
// it is with the sums of two programmes, or of two offices, at a site, of which nobody says that they are new beside
// each other (Basis::declared), nor asks a figure for each programme. Figures of two days add up. A row that two files
// have is one of either. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "engine/restoration/book.hpp"

namespace redline {

class PlainSums {
 public:
  using Record = RestorationRecord;
  Amount say(Record const& r, Amount amount);           // what r adds to what counts
  Amount repeat(Record const& r, Record const& first);  // the figure of another file, said again in that of r
  void round(Record const& r, Record const& first);     // the same, but for the rounding: a figure of its file, too
  bool beside(Record const& r) const;                   // do all that were said stand in other files than r?
  Amount all() const { return m_declared + m_most; }
  void programmes_apart() { m_apart = true; }
  void clear();

  struct Difference {  // of two files that speak of one day
    Record const *most, *least;
    Amount larger, smaller;
  };
  std::vector<Difference> differences() const;
  std::vector<Difference> overlaps() const;  // of the programme or office that counts, and another one

 private:
  struct Report {
    std::string_view source;
    Record const* last;
    Amount sum;
    std::set<std::string_view> common;  // sources that have all of its rows
  };
  struct Group {
    std::vector<Report> reports;
    Amount corrected;
    Amount most() const;
    void add(Record const& r, Amount amount);
  };
  using Key = std::tuple<std::optional<Date>, std::optional<Date>, bool, std::string_view, std::string_view,
                         std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;
  struct Voice {
    Record const* last;
    std::string_view programme, office;
    Amount sum;
  };
  static Key key(Record const& r);
  Voice& voice(Record const& r);
  Amount rise(Record const& r, Amount more);

  std::map<Key, Group> m_groups;
  std::vector<Voice> m_voices;
  Amount m_declared, m_most;
  bool m_apart = false;
};

bool plain_figure(RestorationRecord const& r);  // new, without polygon, in no period

}  // namespace redline
