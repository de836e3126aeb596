const TEXTS = [
  [86, 62],
  [72, 90, 40],
  [55, 78],
  [80, 34],
]

/** The page's shape while it loads. */
export function SourceSkeleton() {
  return (
    <div className="source" aria-busy="true">
      <div className="source-contents" aria-hidden="true">
        <Bone width="100%" />
        {TEXTS.flat().map((width, index) => (
          <Bone key={index} width={`${width}%`} />
        ))}
      </div>
      <div className="source-body" aria-hidden="true">
        <div className="source-doc">
          <Bone width="240px" />
          {TEXTS.map((lines, index) => (
            <div key={index} className="entry">
              <Bone width="30%" />
              {lines.map((width) => (
                <Bone key={width} width={`${width}%`} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function Bone({ width }: { readonly width: string }) {
  return <span className="bone" style={{ width }} />
}
