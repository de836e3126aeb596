const WIDTHS = [62, 88, 54, 70, 44, 80, 58, 66, 50, 76, 60, 84]

/** The log's shape while it loads. */
export function LogSkeleton() {
  return (
    <>
      <div className="toolbar" aria-hidden="true">
        <Bone width="184px" />
        <Bone width="260px" />
      </div>
      <div className="list" aria-hidden="true">
        <table className="issue-rows" role="presentation">
          <thead>
            <tr>
              <td />
            </tr>
          </thead>
          <tbody>
            <tr className="group-head">
              <td>
                <Bone width="180px" />
              </td>
            </tr>
            {WIDTHS.map((width, index) => (
              <tr key={index} className="row">
                <td className="col-severity">
                  <Bone width="16px" />
                </td>
                <td className="col-no">
                  <Bone width="28px" />
                </td>
                <td className="col-title">
                  <Bone width={`${width}%`} />
                </td>
                <td className="col-state">
                  <Bone width="80%" />
                </td>
                <td className="col-owner">
                  <Bone width="70%" />
                </td>
                <td className="col-where">
                  <Bone width="60%" />
                </td>
                <td className="col-age">
                  <Bone width="100%" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Bone({ width }: { readonly width: string }) {
  return <span className="bone" style={{ width }} />
}
