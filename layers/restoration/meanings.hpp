// What the columns of a restoration table can mean, in one list: its order is that of the enum. Names of columns per
// meaning are data (restoration.toml). The text columns of the store stand under the same names.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace redline {

// The words for an area that was restored, for one that was accepted and is called treated by its column, for what
// stands restored of a site that is sent back, and for an area of which nobody says what it is.
inline constexpr char const *TREATED = "治理面积", *ACCEPTED_TREATED = "验收治理面积",
                            *RETURNED_TREATED = "退回时治理面积", *BARE_AREA = "面积";

enum Meaning : std::size_t {
  M_ID,
  M_ITEM,
  M_RESERVE,
  M_ZONE,
  M_SITE,
  M_SUBJECT,
  M_PROGRAMME,
  M_KIND,
  M_RESPONSIBLE,
  M_COUNTY,
  M_MEASURE,
  M_VALUE,
  M_UNIT,
  M_INCREMENT,
  M_CUMULATIVE,
  M_ACCEPTED_AREA,
  M_ACCEPTED_SUM,
  M_ACCEPTED_INCREMENT,
  M_REQUIRED,
  M_DISTURBED,
  M_VOLUME,
  M_STAGE,
  M_DATE,
  M_DATE_WRITTEN,
  M_REPORTED_ON,
  M_ACCEPTED_ON,
  M_BASIS,
  M_DEADLINE,
  M_STATUS,
  M_PROGRESS,
  M_ACCEPTED_BY,
  M_REMOVED,
  M_DOCUMENT,
  M_EVIDENCE,
  M_PART_OF,
  M_RESTATES,
  M_SUMS_TO,
  M_SHARE_OF,
  M_MAY_OVERLAP,
  M_RELATION_SOURCE,
  M_REPLACES,
  M_REMARK,
  M_TASK_STATE,
  MEANING_COUNT
};

inline constexpr std::array<std::string_view, MEANING_COUNT> MEANING_NAMES{"id",           "item",
                                                                           "reserve",      "zone",
                                                                           "site",         "subject",
                                                                           "programme",    "kind",
                                                                           "responsible",  "county",
                                                                           "measure",      "value",
                                                                           "unit",         "increment",
                                                                           "cumulative",   "accepted_area",
                                                                           "accepted_sum", "accepted_increment",
                                                                           "required",     "disturbed",
                                                                           "volume",       "stage",
                                                                           "date",         "date_written",
                                                                           "reported_on",  "accepted_on",
                                                                           "basis",        "deadline",
                                                                           "status",       "progress",
                                                                           "accepted_by",  "removed",
                                                                           "document",     "evidence",
                                                                           "part_of",      "restates",
                                                                           "sums_to",      "share_of",
                                                                           "may_overlap",  "relation_source",
                                                                           "replaces",     "remark",
                                                                           "task_state"};

inline constexpr std::array FIGURES{M_VALUE,         M_INCREMENT,    M_CUMULATIVE,
                                    M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT,
                                    M_REQUIRED,      M_DISTURBED,    M_VOLUME};

}  // namespace redline
